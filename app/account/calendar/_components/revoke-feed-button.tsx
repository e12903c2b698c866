"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { revokeFeed } from "@/lib/registration/calendar-feeds/actions";

type Texts = { label: string; revoke: string; title: string; what: string; confirm: string; done: string };

/** Takes an address back, after saying what that does. */
export function RevokeFeedButton({ id, version, texts }: { id: number; version: number; texts: Texts }) {
  const router = useRouter();
  return (
    <ConfirmButton
      variant="outline"
      size="sm"
      destructive
      action={revokeFeed}
      input={{ id, version }}
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      doneText={texts.done}
      onDone={() => router.refresh()}
      aria-label={texts.label}
    >
      {texts.revoke}
    </ConfirmButton>
  );
}
