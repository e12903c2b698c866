"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast-store";
import { disableAccount, enableAccount } from "@/lib/platform/accounts/actions";
import type { AccountStatusInput } from "@/lib/platform/accounts/schemas";
import { ReasonField } from "./reason-field";

export type Change = "disable" | "enable";

type Props = { id: number; version: number; name: string; change: Change; onClose(): void };

const ACTIONS = { disable: disableAccount, enable: enableAccount };

/** Closes an account or opens it again, for a reason. */
export function AccountDialog({ id, version, name, change, onClose }: Props) {
  const t = useTranslations(`users.${change}`);
  const router = useRouter();
  return (
    <Dialog open onOpenChange={onClose} title={t("title", { name })} description={t("lead")}>
      <ActionForm<{ reason: string }, AccountStatusInput, unknown>
        id={`account-${change}-${id}`}
        action={ACTIONS[change]}
        defaultValues={{ reason: "" }}
        toInput={({ reason }) => ({ id, version, reason })}
        onSuccess={() => {
          onClose();
          toast.success(t("done"));
          router.refresh();
        }}
      >
        <ReasonField />
        <SubmitButton variant={change === "disable" ? "destructive" : "default"}>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
