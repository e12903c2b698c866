"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { startMerge } from "@/lib/messages/actions";

type Props = { input: Parameters<typeof startMerge>[0]; isMail: boolean; count: number; off: boolean };

/** Begins the message after one question, and leads to where it is watched. */
export function StartButton({ input, isMail, count, off }: Props) {
  const t = useTranslations("mailings.merge");
  const router = useRouter();
  const label = t(isMail ? "sendMails" : "makeLetters", { count });
  return (
    <div>
      <ConfirmButton
        action={startMerge}
        input={input}
        disabled={off}
        title={t(isMail ? "confirmMails" : "confirmLetters", { count })}
        what={t(isMail ? "whatMails" : "whatLetters")}
        confirmLabel={label}
        onDone={({ id }) => router.push(`/messages/${id}`)}
      >
        {label}
      </ConfirmButton>
    </div>
  );
}
