"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { changePassword } from "@/lib/platform/auth/account-actions";
import type { PasswordInput } from "@/lib/platform/auth/account-schemas";

type Props = { texts: { current: string; next: string; help: string; change: string; changed: string } };

// Sent without an idempotency key: the key would be stored beside a plain hash of the input.
const withoutKey = (input: PasswordInput) => changePassword(input);

/** The current password, then the new one once; no draft is kept. */
export function PasswordForm({ texts }: Props) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  return (
    <ActionForm<PasswordInput>
      key={round}
      id="password"
      action={withoutKey}
      defaultValues={{ current: "", next: "" }}
      keepDraft={false}
      onSuccess={() => {
        toast.success(texts.changed);
        setRound(round + 1);
        router.refresh();
      }}
    >
      <Field name="current" label={texts.current}>
        {(control) => <Input type="password" autoComplete="current-password" {...control} />}
      </Field>
      <Field name="next" label={texts.next} help={texts.help}>
        {(control) => <Input type="password" autoComplete="new-password" {...control} />}
      </Field>
      <SubmitButton>{texts.change}</SubmitButton>
    </ActionForm>
  );
}
