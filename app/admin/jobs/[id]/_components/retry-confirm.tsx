"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { retryJob } from "@/lib/operations/actions";

type Props = { id: string; texts: Record<"retry" | "title" | "what" | "confirm" | "done", string> };

/** Asks, then leads to the new run. */
export function RetryConfirm({ id, texts }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      action={retryJob}
      input={{ id }}
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      doneText={texts.done}
      onDone={({ jobRunId }) => router.push(`/admin/jobs/${jobRunId}`)}
    >
      {texts.retry}
    </ConfirmButton>
  );
}
