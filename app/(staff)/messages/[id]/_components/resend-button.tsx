"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { resend } from "@/lib/messages/actions";

/** Sends again to those who did not get it. */
export function ResendButton({ id, count }: { id: number; count: number }) {
  const t = useTranslations("mailings.detail");
  const router = useRouter();
  return (
    <ConfirmButton
      action={resend}
      input={{ id }}
      size="sm"
      title={t("resendTitle", { count })}
      what={t("resendWhat")}
      confirmLabel={t("resendConfirm")}
      doneText={t("resent")}
      onDone={() => router.refresh()}
    >
      {t("resend")}
    </ConfirmButton>
  );
}
