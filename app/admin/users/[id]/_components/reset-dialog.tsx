"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { resetLocalPassword } from "@/lib/platform/accounts/actions";
import { makeFirstPassword } from "@/lib/platform/accounts/first-password";
import type { ResetPasswordInput } from "@/lib/platform/accounts/schemas";
import { ShownOnce } from "../../_components/shown-once";
import { ReasonField } from "./reason-field";

type Props = { id: number; version: number; name: string; onClose(): void };

/** Gives an account a new first password, which is shown once. */
export function ResetDialog({ id, version, name, onClose }: Props) {
  const t = useTranslations("users.reset");
  const router = useRouter();
  const [password] = useState(makeFirstPassword);
  const [done, setDone] = useState(false);
  const close = () => {
    onClose();
    if (done) router.refresh();
  };
  return (
    <Dialog open onOpenChange={close} title={t("title", { name })} description={done ? undefined : t("lead")}>
      {done ? (
        <ShownOnce name={name} password={password} onDone={close} />
      ) : (
        <ActionForm<{ reason: string }, ResetPasswordInput, unknown>
          id={`account-reset-${id}`}
          action={resetLocalPassword}
          defaultValues={{ reason: "" }}
          toInput={({ reason }) => ({ id, version, password, reason })}
          keepDraft={false}
          onSuccess={() => setDone(true)}
        >
          <ReasonField />
          <SubmitButton variant="destructive">{t("submit")}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}
