"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLetterKeys } from "@/components/feedback/use-letter-keys";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { toast } from "@/components/ui/toast-store";
import { reopenDuplicate } from "@/lib/people/duplicates/actions";

const DecideDialog = dynamic(() => import("./decide-dialog").then((module) => module.DecideDialog), {
  ssr: false,
});

export type Decision = "DIFFERENT" | "SAME";
export type PairTexts = Record<
  | "different"
  | "same"
  | "next"
  | "none"
  | "differentTitle"
  | "differentWhat"
  | "sameTitle"
  | "sameWhat"
  | "note"
  | "noteHelp"
  | "cancel"
  | "differentDone"
  | "sameDone"
  | "undo"
  | "undone"
  | "optional",
  string
>;

type Props = {
  id: number;
  version: number;
  /** The next open pair; null when this is the last. */
  next: number | null;
  /** False for readers, and for pairs that are decided: they can only go on. */
  decides: boolean;
  texts: PairTexts;
};

const KEYS: Record<string, Decision> = { d: "DIFFERENT", s: "SAME" };

/** "Not the same" (D), "the same" (S), the next pair (N). What was decided can be undone from the notice. */
export function DecidePair({ id, version, next, decides, texts }: Props) {
  const router = useRouter();
  const [decision, setDecision] = useState<Decision | null>(null);
  const { run: reopen } = useAction(reopenDuplicate, {
    onSuccess: (pair) => {
      toast.success(texts.undone);
      router.push(`/duplicates/${pair.id}`);
      router.refresh();
    },
  });

  useLetterKeys((key) => {
    const wanted = KEYS[key];
    if (wanted && decides) setDecision(wanted);
    else if (key === "n" && next !== null) router.push(`/duplicates/${next}`);
    else return false;
    return true;
  });

  return (
    <div className="flex flex-wrap gap-2">
      {decides && (
        <>
          <Button onClick={() => setDecision("DIFFERENT")} aria-keyshortcuts="d" className="touch:h-11">
            {texts.different} <Kbd aria-hidden>D</Kbd>
          </Button>
          <Button
            variant="outline"
            onClick={() => setDecision("SAME")}
            aria-keyshortcuts="s"
            className="touch:h-11"
          >
            {texts.same} <Kbd aria-hidden>S</Kbd>
          </Button>
        </>
      )}
      {next === null ? (
        <p className="self-center text-muted-foreground text-sm">{texts.none}</p>
      ) : (
        <Button
          variant="ghost"
          onClick={() => router.push(`/duplicates/${next}`)}
          aria-keyshortcuts="n"
          className="touch:h-11"
        >
          {texts.next} <Kbd aria-hidden>N</Kbd>
        </Button>
      )}
      {decision && (
        <DecideDialog
          key={decision}
          id={id}
          version={version}
          decision={decision}
          texts={texts}
          onClose={() => setDecision(null)}
          onDone={(decided) => {
            setDecision(null);
            toast.success(decision === "SAME" ? texts.sameDone : texts.differentDone, {
              action: {
                label: texts.undo,
                onClick: () => void reopen({ id: decided.id, version: decided.version }),
              },
              duration: 10_000,
            });
            if (decided.next === null) router.refresh();
            else router.push(`/duplicates/${decided.next}`);
          }}
        />
      )}
    </div>
  );
}
