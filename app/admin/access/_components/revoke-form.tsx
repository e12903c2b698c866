"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { revokeRole } from "@/lib/platform/access/actions";
import type { RevokeRoleInput } from "@/lib/platform/access/schemas";

type Props = {
  id: number;
  version: number;
  texts: { reason: string; reasonHelp: string; submit: string; done: string };
};

/** Ends an assignment for a reason. */
export function RevokeForm({ id, version, texts }: Props) {
  const router = useRouter();
  return (
    <ActionForm<{ reason: string }, RevokeRoleInput>
      id={`revoke-${id}`}
      action={revokeRole}
      defaultValues={{ reason: "" }}
      toInput={({ reason }) => ({ id, version, reason })}
      onSuccess={() => {
        toast.success(texts.done);
        router.refresh();
      }}
    >
      <Field name="reason" label={texts.reason} help={texts.reasonHelp}>
        {(control) => <Textarea rows={2} maxLength={500} {...control} />}
      </Field>
      <SubmitButton variant="destructive">{texts.submit}</SubmitButton>
    </ActionForm>
  );
}
