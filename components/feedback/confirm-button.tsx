"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";

const ConfirmDialog = dynamic(() => import("./confirm-dialog").then((module) => module.ConfirmDialog), {
  ssr: false,
});

type Props<Input, Output> = Omit<ComponentProps<typeof Button>, "onClick" | "title" | "action"> & {
  action(input: Input, meta?: ActionMeta): Promise<ActionResult<Output>>;
  input: Input;
  /** The question with its object and number. */
  title: string;
  /** What will happen. */
  what: ReactNode;
  confirmLabel: string;
  count?: number;
  destructive?: boolean;
  /** Said in a toast when it is done. */
  doneText?: string;
  onDone?(output: Output): void;
};

/** A button that asks once, naming what happens to how many, and then runs an action. */
export function ConfirmButton<Input, Output>(props: Props<Input, Output>) {
  const { action, input, title, what, confirmLabel, count, destructive, doneText, onDone, ...button } = props;
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const { run, pending } = useAction(action, {
    onSuccess(output) {
      setOpen(false);
      if (doneText) toast.success(doneText);
      onDone?.(output);
    },
  });
  return (
    <>
      <Button
        {...button}
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      />
      {asked && (
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title={title}
          confirmLabel={confirmLabel}
          count={count}
          destructive={destructive}
          pending={pending}
          onConfirm={() => run(input)}
        >
          {what}
        </ConfirmDialog>
      )}
    </>
  );
}
