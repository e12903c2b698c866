"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { withdrawChange } from "@/lib/people/change-requests/actions";

type Props = {
  id: number;
  version: number;
  label: string;
  texts: Record<"button" | "title" | "what" | "done", string>;
};

/** Takes an own request back, after a question. */
export function WithdrawButton({ id, version, label, texts }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      action={withdrawChange}
      input={{ id, version }}
      variant="outline"
      size="sm"
      className="touch:h-11"
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.button}
      doneText={texts.done}
      onDone={() => router.refresh()}
      aria-label={`${texts.button} ${label}`}
    >
      {texts.button}
    </ConfirmButton>
  );
}
