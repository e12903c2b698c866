"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Alert } from "@/components/ui/alert";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { changeTeacherStatus } from "@/lib/classes/actions";
import { changeStaffStatus } from "@/lib/people/colleagues/actions";
import type { ColleagueKind } from "@/lib/people/record-ref";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { TeacherStatus } from "@/lib/platform/db/generated/enums";

export type StatusDialogProps = {
  kind: ColleagueKind;
  number: number;
  version: number;
  name: string;
  status: TeacherStatus;
  /** YYYY-MM-DD */
  endDate: string | null;
  statuses: { value: TeacherStatus; label: string }[];
  /** Meetings that are still to be held, in words: the first lines, and how many classes more. */
  left: { count: number; lines: string[]; more: number };
  onClose(): void;
};

type Values = { status: TeacherStatus; endDate: string; reason: string; leavesMeetings: boolean };

/** The form of a change of status: to what, the last day, why; for a teacher also which meetings that leaves behind. */
export function StatusDialog(props: StatusDialogProps) {
  const { kind, number, version, name, status, endDate, statuses, left, onClose } = props;
  const t = useTranslations("colleagues.status");
  const router = useRouter();
  const save = ({ leavesMeetings, ...values }: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    kind === "teacher"
      ? changeTeacherStatus({ ...values, leavesMeetings, number, version }, meta)
      : changeStaffStatus({ ...values, number, version }, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title", { name })}>
      <ActionForm<Values>
        id={`status-${kind}-${number}`}
        action={save}
        defaultValues={{ status, endDate: endDate ?? "", reason: "", leavesMeetings: false }}
        onSuccess={() => {
          onClose();
          toast.success(t("done"));
          router.refresh();
        }}
      >
        <Field name="status" label={t("to")}>
          {(control) => (
            <Select {...control}>
              {statuses.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="endDate" label={t("endDate")} help={t("endDateHelp")} optional>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <Field name="reason" label={t("reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        {left.count > 0 && (
          <>
            <Alert variant="warning" title={t("meetingsTitle", { count: left.count })}>
              <p>{t("meetingsText")}</p>
              <ul className="mt-1">
                {left.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {left.more > 0 && <li>{t("more", { count: left.more })}</li>}
              </ul>
            </Alert>
            <CheckField name="leavesMeetings" label={t("leaves")} />
          </>
        )}
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
