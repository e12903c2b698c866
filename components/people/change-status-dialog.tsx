"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { changeStatus } from "@/lib/people/actions";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";

export type StatusDialogProps = {
  number: number;
  version: number;
  name: string;
  /** "Active, since 6 Jan 2025" */
  now: string;
  since: string;
  today: string;
  /** The statuses that the student may move to, and what each means. */
  moves: { value: StudentStatus; label: string; meaning: string }[];
  open: boolean;
  onOpenChange(open: boolean): void;
};

/** What the chosen status will mean, so that nobody changes it by habit. */
function Meaning({ moves }: Pick<StatusDialogProps, "moves">) {
  const to = useWatch({ name: "to" });
  const meaning = moves.find((move) => move.value === to)?.meaning;
  return meaning ? <p className="rounded-md bg-muted px-3 py-2 text-sm">{meaning}</p> : null;
}

/** The form of a change of status: to what, from which day, why. */
export function ChangeStatusDialog(props: StatusDialogProps) {
  const { number, version, name, now, since, today, moves, open, onOpenChange } = props;
  const t = useTranslations("people.changeStatus");
  const router = useRouter();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { name })} description={now}>
      <ActionForm
        id={`change-status-${number}`}
        action={changeStatus}
        defaultValues={{ to: "", effectiveOn: today, reason: "" }}
        toInput={(values) => ({ ...values, to: values.to as StudentStatus, number, version })}
        onSuccess={() => {
          onOpenChange(false);
          toast.success(t("done"));
          router.refresh();
        }}
      >
        <Field name="to" label={t("to")}>
          {(control) => (
            <Select {...control}>
              <option value="">{t("choose")}</option>
              {moves.map((move) => (
                <option key={move.value} value={move.value}>
                  {move.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Meaning moves={moves} />
        <Field name="effectiveOn" label={t("effectiveOn")} help={t("effectiveHelp")}>
          {(control) => <Input {...control} type="date" min={since} max={today} />}
        </Field>
        <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
          {(control) => <Textarea {...control} rows={3} maxLength={500} />}
        </Field>
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
