"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useFormState } from "@/components/forms/form-context";
import { CheckField } from "@/components/people/check-field";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta } from "@/lib/platform/actions/action";
import { REASON_MIN } from "@/lib/platform/validation/limits";
import { cancelClass } from "@/lib/registration/cancel-class/actions";
import type { Cancelled, Seen } from "@/lib/registration/cancel-class/schemas";

const ConfirmDialog = dynamic(
  () => import("@/components/feedback/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
);

type Props = {
  id: number;
  version: number;
  together: boolean;
  /** The classes that are cancelled, in words. */
  names: string;
  seen: Seen;
  students: number;
  /** Whether mails can be sent. */
  mail: boolean;
  mailOff: boolean;
};
type Values = { reason: string; mail: boolean };

/** Asks once more, with the numbers; from twenty students on the number must be typed. */
function AskButton({ names, seen, students }: Pick<Props, "names" | "seen" | "students">) {
  const t = useTranslations("cancelling.form");
  const { pending } = useFormState();
  const { getValues } = useFormContext<Values>();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<boolean | null>(null);
  const send = () => button.current?.form?.requestSubmit();
  return (
    <>
      <Button
        ref={button}
        variant="destructive"
        className="self-start"
        pending={pending}
        // A reason that is missing is told by the form before anybody is asked.
        onClick={() => (getValues("reason").trim().length < REASON_MIN ? send() : setOpen(true))}
      >
        {t("ask")}
      </Button>
      {open === null ? null : (
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title={t("question", { classes: names })}
          confirmLabel={t("confirm", { classes: names })}
          count={Math.max(students, 1)}
          destructive
          onConfirm={() => {
            setOpen(false);
            send();
          }}
        >
          {t("what", { students, meetings: seen.meetings })}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Why the class is cancelled, and the button that does it. */
export function CancelForm({ id, version, together, names, seen, students, mail, mailOff }: Props) {
  const t = useTranslations("cancelling.form");
  const router = useRouter();
  return (
    <ActionForm<Values, Values, Cancelled>
      id={`cancel-class-${id}`}
      action={async (values, meta?: ActionMeta) => {
        const result = await cancelClass({ id, version, together, seen, ...values }, meta);
        // Whoever came or left meanwhile stands on the page when the refusal is read.
        if (!result.ok) router.refresh();
        return result;
      }}
      defaultValues={{ reason: "", mail }}
      onSuccess={(done) => {
        toast.success(t("done", { classes: names, students: done.students }));
        router.push(`/classes/${id}`);
        router.refresh();
      }}
    >
      <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
        {(control) => <Textarea {...control} rows={3} maxLength={500} />}
      </Field>
      {mail ? <CheckField name="mail" label={t("mail")} /> : null}
      {mailOff ? <p className="text-muted-foreground text-sm">{t("mailOff")}</p> : null}
      <AskButton names={names} seen={seen} students={students} />
    </ActionForm>
  );
}
