"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { CoursePicker } from "@/components/courses/course-picker";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { addEquivalence, endEquivalence } from "@/lib/curriculum/courses/actions";
import type { EquivalenceRow } from "@/lib/curriculum/courses/schemas";

type Close = { onClose(): void };

function useDone(text: string, onClose: () => void): () => void {
  const router = useRouter();
  return () => {
    onClose();
    toast.success(text);
    router.refresh();
  };
}

function Frame({
  title,
  what,
  onClose,
  children,
}: Close & { title: string; what: string; children: React.ReactNode }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={what}>
      {children}
    </Dialog>
  );
}

/** Lets another course count for this one. */
export function AddDialog({
  code,
  title,
  today,
  onClose,
}: Close & { code: string; title: string; today: string }) {
  const t = useTranslations("courses.equivalences");
  const done = useDone(t("done"), onClose);
  return (
    <Frame title={t("addTitle", { code })} what={t("addWhat", { code, title })} onClose={onClose}>
      <ActionForm
        id={`equivalence-${code}`}
        action={addEquivalence}
        defaultValues={{
          other: "",
          isBidirectional: false,
          reason: "",
          approvedBy: "",
          approvedOn: today,
          from: today,
        }}
        toInput={(values) => ({ ...values, code })}
        onSuccess={done}
      >
        <CoursePicker name="other" label={t("other")} without={[code]} />
        <CheckField name="isBidirectional" label={t("both", { code })} />
        <Field name="reason" label={t("reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <div className="grid gap-stack sm:grid-cols-2">
          <Field name="approvedBy" label={t("approvedBy")}>
            {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
          </Field>
          <Field name="approvedOn" label={t("approvedOn")}>
            {(control) => <Input {...control} type="date" max={today} />}
          </Field>
        </div>
        <Field name="from" label={t("fromDay")} help={t("fromHelp")}>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}

/** Sets the last day of an equivalence. */
export function EndDialog({
  code,
  row,
  today,
  onClose,
}: Close & { code: string; row: EquivalenceRow; today: string }) {
  const t = useTranslations("courses.equivalences");
  const done = useDone(t("ended"), onClose);
  return (
    <Frame title={t("endTitle", { code, other: row.code })} what={t("endWhat")} onClose={onClose}>
      <ActionForm
        id={`equivalence-end-${row.id}`}
        action={endEquivalence}
        defaultValues={{ lastDay: today, reason: "" }}
        toInput={(values) => ({ ...values, id: row.id, version: row.version })}
        onSuccess={done}
      >
        <Field name="lastDay" label={t("lastDay")}>
          {(control) => <Input {...control} type="date" min={row.validFrom} className="max-w-48" />}
        </Field>
        <Field name="reason" label={t("reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <SubmitButton>{t("endSubmit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}
