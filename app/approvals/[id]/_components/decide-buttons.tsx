"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { APPROVALS_CHANGED } from "@/components/approvals/approvals-changed";
import { useLetterKeys } from "@/components/feedback/use-letter-keys";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { toast } from "@/components/ui/toast-store";

const DecideDialog = dynamic(() => import("./decide-dialog").then((module) => module.DecideDialog), {
  ssr: false,
});

export type DecideTexts = Record<
  | "approve"
  | "reject"
  | "approveTitle"
  | "rejectTitle"
  | "approveWhat"
  | "rejectWhat"
  | "note"
  | "reason"
  | "reasonHelp"
  | "approveConfirm"
  | "rejectConfirm"
  | "cancel"
  | "approved"
  | "rejected"
  | "notNow"
  | "optional",
  string
>;

export type Decision = "approve" | "reject";
type Props = { id: number; version: number; changes: string[]; texts: DecideTexts };

const KEYS: Record<string, Decision> = { a: "approve", r: "reject" };

/** Approve and refuse, by hand or by the keys A and R; each asks once before it counts. */
export function DecideButtons({ id, version, changes, texts }: Props) {
  const router = useRouter();
  const [decision, setDecision] = useState<Decision | null>(null);

  useLetterKeys((key) => {
    const wanted = KEYS[key];
    if (wanted) setDecision(wanted);
    return wanted !== undefined;
  });

  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Button onClick={() => setDecision("approve")} aria-keyshortcuts="a" className="touch:h-11">
        {texts.approve} <Kbd aria-hidden>A</Kbd>
      </Button>
      <Button
        variant="outline"
        onClick={() => setDecision("reject")}
        aria-keyshortcuts="r"
        className="touch:h-11"
      >
        {texts.reject} <Kbd aria-hidden>R</Kbd>
      </Button>
      {decision && (
        <DecideDialog
          key={decision}
          id={id}
          version={version}
          decision={decision}
          changes={changes}
          texts={texts}
          onClose={() => setDecision(null)}
          onDone={() => {
            setDecision(null);
            toast.success(decision === "approve" ? texts.approved : texts.rejected);
            window.dispatchEvent(new Event(APPROVALS_CHANGED));
            router.refresh();
          }}
        />
      )}
    </div>
  );
}
