"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { reopenDuplicate } from "@/lib/people/duplicates/actions";

type Props = {
  id: number;
  version: number;
  texts: Record<"button" | "title" | "what" | "confirm", string>;
};

/** Takes a decision back, after a question. */
export function ReopenButton({ id, version, texts }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      action={reopenDuplicate}
      input={{ id, version }}
      variant="outline"
      size="sm"
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      onDone={() => router.refresh()}
    >
      {texts.button}
    </ConfirmButton>
  );
}
