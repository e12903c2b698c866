"use client";

import { ConfirmButton } from "@/components/feedback/confirm-button";
import { JOB_STARTED } from "@/components/jobs/job-started";
import { compareWholeCampus } from "@/lib/people/duplicates/actions";

type Props = { texts: Record<"button" | "title" | "what" | "confirm" | "done", string> };

/** Starts the comparison of everybody; its progress is shown where all background work is. */
export function CompareButton({ texts }: Props) {
  return (
    <ConfirmButton
      action={compareWholeCampus}
      input={{}}
      variant="outline"
      title={texts.title}
      what={texts.what}
      confirmLabel={texts.confirm}
      doneText={texts.done}
      onDone={() => window.dispatchEvent(new Event(JOB_STARTED))}
    >
      {texts.button}
    </ConfirmButton>
  );
}
