"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AffectedPanel } from "@/components/courses/affected-panel";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { endCourse, makeNewVersion } from "@/lib/curriculum/courses/actions";
import type { CourseFacts } from "./version-actions";

type Props = { course: CourseFacts; today: string; onClose(): void };

function ReasonField({ label }: { label: string }) {
  return (
    <Field name="reason" label={label}>
      {(control) => <Textarea {...control} rows={2} maxLength={500} />}
    </Field>
  );
}

/** A new version from a day on: another number of credits, another title. Who is affected is told before. */
export function VersionDialog({ course, today, onClose }: Props) {
  const t = useTranslations("courses.version");
  const f = useTranslations("courses.fields");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { code: course.code })}
      description={t("what")}
    >
      <ActionForm
        id={`course-version-${course.code}`}
        action={makeNewVersion}
        defaultValues={{
          from: "",
          credits: String(course.credits),
          title: course.title,
          titleKm: course.titleKm ?? "",
          shortTitle: course.shortTitle,
          reason: "",
        }}
        toInput={(values) => ({ ...values, id: course.id, version: course.version })}
        onSuccess={({ code, from }) => {
          onClose();
          toast.success(t("done"));
          router.push(`/courses/${code}?from=${from}`);
          router.refresh();
        }}
      >
        <div className="grid gap-stack sm:grid-cols-2">
          <Field name="from" label={t("from")} help={t("fromHelp")}>
            {(control) => <Input {...control} type="date" min={today} />}
          </Field>
          <Field name="credits" label={f("credits")}>
            {(control) => <Input {...control} type="number" min={0} max={12} />}
          </Field>
        </div>
        <Field name="title" label={f("title")}>
          {(control) => <Input {...control} maxLength={150} autoComplete="off" />}
        </Field>
        <Field name="titleKm" label={f("titleKm")} optional>
          {(control) => <Input {...control} lang="km" maxLength={150} autoComplete="off" />}
        </Field>
        <Field name="shortTitle" label={f("shortTitle")}>
          {(control) => <Input {...control} maxLength={60} autoComplete="off" />}
        </Field>
        <ReasonField label={t("reason")} />
        <AffectedPanel code={course.code} fromField="from" />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

/** Sets the last day on which a course is offered, or takes it back. */
export function EndDialog({ course, today, onClose }: Props) {
  const t = useTranslations("courses.end");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { code: course.code })}
      description={t("what")}
    >
      <ActionForm
        id={`course-end-${course.code}`}
        action={endCourse}
        defaultValues={{ lastDay: course.lastDay ?? today, reason: "" }}
        toInput={(values) => ({ ...values, id: course.id, version: course.version })}
        onSuccess={() => {
          onClose();
          toast.success(t("done"));
          router.refresh();
        }}
      >
        <Field name="lastDay" label={t("lastDay")} help={t("lastDayHelp")} optional>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <ReasonField label={t("reason")} />
        <AffectedPanel code={course.code} fromField="lastDay" />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
