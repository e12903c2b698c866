"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { CoursePicker } from "@/components/courses/course-picker";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import {
  addRequirement,
  cancelRequirements,
  endRequirement,
  moveRequirement,
  replaceRequirement,
} from "@/lib/studies/requirements/actions";
import { AffectedPanel } from "./affected-panel";
import type { ChangeSpec } from "./change-spec";

type Values = { course: string; name: string; place: string; from: string; affected: string; reason: string };
type Props = { programme: string; from: string; spec: ChangeSpec; onClose(): void };

/** Changes the list of a degree from a day on, after showing whom it concerns. */
export function ChangeDialog({ programme, from, spec, onClose }: Props) {
  const t = useTranslations("catalogue.change");
  const format = useFormat();
  const router = useRouter();
  const words = {
    code: programme,
    course: "course" in spec ? spec.course : "",
    day: spec.kind === "cancel" ? format.date(spec.day) : "",
    place: "sequence" in spec ? spec.sequence : 0,
  };
  const save = (values: Values, meta?: ActionMeta) => send(programme, spec, values, meta);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${spec.kind}Title`, words)}
      description={t(`${spec.kind}What`, words)}
    >
      <ActionForm<Values, Values, unknown>
        id={`requirement-${spec.kind}-${programme}-${words.place}`}
        action={save}
        defaultValues={{
          course: "",
          name: "",
          place: String(placeOf(spec)),
          from: spec.kind === "cancel" ? spec.day : from,
          affected: "0",
          reason: "",
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("done"));
          router.refresh();
        }}
      >
        {(spec.kind === "add" || spec.kind === "replace") && (
          <>
            <CoursePicker
              name="course"
              label={t(spec.kind === "add" ? "course" : "newCourse")}
              {...("course" in spec ? { without: [spec.course] } : {})}
            />
            <Field name="name" label={t("name")} help={t("nameHelp")} optional>
              {(control) => <Input {...control} maxLength={150} autoComplete="off" />}
            </Field>
          </>
        )}
        {(spec.kind === "add" || spec.kind === "move") && (
          <Field name="place" label={t("place")} help={t("placeHelp", { max: spec.max })}>
            {(control) => (
              <Input {...control} type="number" min={1} max={spec.max} required className="max-w-24" />
            )}
          </Field>
        )}
        {spec.kind !== "cancel" && (
          <Field name="from" label={t("from")} help={t("fromHelp")}>
            {(control) => <Input {...control} type="date" required className="max-w-48" />}
          </Field>
        )}
        <Affected programme={programme} />
        <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <SubmitButton>{t(`${spec.kind}Submit`)}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

/** Counts whom the day that is typed concerns, and keeps the number that is confirmed in the form. */
function Affected({ programme }: { programme: string }) {
  const { setValue } = useFormContext<Values>();
  const from = useWatch<Values, "from">({ name: "from" });
  return (
    <AffectedPanel
      programme={programme}
      from={from}
      onConfirm={(count) => setValue("affected", String(count))}
      onDay={(day) => setValue("from", day, { shouldDirty: true })}
    />
  );
}

function placeOf(spec: ChangeSpec): number {
  if (spec.kind === "add") return spec.max;
  return "sequence" in spec ? spec.sequence : 1;
}

function send(
  programme: string,
  spec: ChangeSpec,
  { course, name, place, from, affected, reason }: Values,
  meta?: ActionMeta,
): Promise<ActionResult<unknown>> {
  const shared = { programme, from, affected: Number(affected), reason };
  if (spec.kind === "add") return addRequirement({ ...shared, course, name, place }, meta);
  if (spec.kind === "cancel") return cancelRequirements(shared, meta);
  const line = { ...shared, sequence: spec.sequence, current: spec.course };
  if (spec.kind === "move") return moveRequirement({ ...line, place }, meta);
  if (spec.kind === "replace") return replaceRequirement({ ...line, course, name }, meta);
  return endRequirement(line, meta);
}
