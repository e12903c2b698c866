"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast-store";
import { endAccountSessions } from "@/lib/platform/accounts/actions";
import type { EndAccountSessionsInput } from "@/lib/platform/accounts/schemas";
import { ReasonField } from "./reason-field";

/** Ends every session of an account, for a reason. */
export function EndAllDialog({ id, name, onClose }: { id: number; name: string; onClose(): void }) {
  const t = useTranslations("users.sessions");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={onClose} title={t("endAllTitle", { name })} description={t("endAllLead")}>
      <ActionForm<{ reason: string }, EndAccountSessionsInput, unknown>
        id={`account-end-sessions-${id}`}
        action={endAccountSessions}
        defaultValues={{ reason: "" }}
        toInput={({ reason }) => ({ id, reason })}
        onSuccess={() => {
          onClose();
          toast.success(t("endedAll"));
          router.refresh();
        }}
      >
        <ReasonField />
        <SubmitButton variant="destructive">{t("endAll")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
