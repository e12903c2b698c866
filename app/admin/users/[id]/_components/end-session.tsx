"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { endAccountSession } from "@/lib/platform/accounts/actions";

type Props = {
  id: number;
  sessionId: string;
  texts: Record<"end" | "label" | "title" | "what" | "confirm" | "ended", string>;
};

/** Asks, then signs somebody out of one browser. */
export function EndSession({ id, sessionId, texts }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      variant="outline"
      size="sm"
      destructive
      aria-label={texts.label}
      action={endAccountSession}
      input={{ id, sessionId }}
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      doneText={texts.ended}
      onDone={() => router.refresh()}
    >
      {texts.end}
    </ConfirmButton>
  );
}
