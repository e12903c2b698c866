"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLetterKeys } from "@/components/feedback/use-letter-keys";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { toast } from "@/components/ui/toast-store";

const DecideDialog = dynamic(() => import("./decide-dialog").then((module) => module.DecideDialog), {
  ssr: false,
});

export type RequestDecision = "APPROVED" | "REJECTED";
export type DecideTexts = Record<
  | "approve"
  | "reject"
  | "approveTitle"
  | "approveWhat"
  | "rejectTitle"
  | "rejectWhat"
  | "note"
  | "noteHelp"
  | "reason"
  | "reasonHelp"
  | "overwrite"
  | "cancel"
  | "approved"
  | "rejected"
  | "optional",
  string
>;
type Props = {
  id: number;
  version: number;
  /** Of the person or paper whose values stand on this page. */
  shownVersion: number;
  /** Whether something changed since it was asked: then writing over it is a choice of its own. */
  stale: boolean;
  /** What will be different, in words. */
  changes: string[];
  texts: DecideTexts;
};

const KEYS: Record<string, RequestDecision> = { a: "APPROVED", r: "REJECTED" };

/** Approve and refuse, by hand or by the keys A and R; each asks once before it counts. */
export function DecideRequest({ texts, ...request }: Props) {
  const router = useRouter();
  const [decision, setDecision] = useState<RequestDecision | null>(null);

  useLetterKeys((key) => {
    const wanted = KEYS[key];
    if (wanted) setDecision(wanted);
    return wanted !== undefined;
  });

  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Button onClick={() => setDecision("APPROVED")} aria-keyshortcuts="a" className="touch:h-11">
        {texts.approve} <Kbd aria-hidden>A</Kbd>
      </Button>
      <Button
        variant="outline"
        onClick={() => setDecision("REJECTED")}
        aria-keyshortcuts="r"
        className="touch:h-11"
      >
        {texts.reject} <Kbd aria-hidden>R</Kbd>
      </Button>
      {decision && (
        <DecideDialog
          key={decision}
          {...request}
          decision={decision}
          texts={texts}
          onClose={() => setDecision(null)}
          onStale={() => router.refresh()}
          onDone={() => {
            setDecision(null);
            toast.success(decision === "APPROVED" ? texts.approved : texts.rejected);
            router.refresh();
          }}
        />
      )}
    </div>
  );
}
