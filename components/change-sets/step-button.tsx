"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, ReactNode } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import type { Button } from "@/components/ui/button";
import { startApply, startPreview, startUndo } from "@/lib/operations/actions";

const ACTIONS = { preview: startPreview, apply: startApply, undo: startUndo };

type Props = {
  step: keyof typeof ACTIONS;
  id: number;
  version: number;
  /** How many rows a step that takes away concerns; a large number must be typed. */
  count?: number;
  title: string;
  what: ReactNode;
  confirmLabel: string;
  destructive?: boolean;
  variant?: ComponentProps<typeof Button>["variant"];
  children: ReactNode;
};

/** Asks with numbers, then puts the step of a change set into the queue; the page then shows its progress. */
export function StepButton({ step, id, version, ...props }: Props) {
  const router = useRouter();
  return (
    <ConfirmButton
      action={ACTIONS[step]}
      input={{ id, version }}
      onDone={() => router.refresh()}
      {...props}
    />
  );
}
