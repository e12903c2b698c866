"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { withdrawApproval } from "@/lib/approvals/actions";

type Props = {
  id: number;
  version: number;
  texts: { button: string; title: string; what: string; confirm: string; done: string };
};

/** The maker takes the request back, after a question. */
export function WithdrawButton({ id, version, texts }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      action={withdrawApproval}
      input={{ id, version }}
      variant="outline"
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      doneText={texts.done}
      onDone={() => router.refresh()}
    >
      {texts.button}
    </ConfirmButton>
  );
}
