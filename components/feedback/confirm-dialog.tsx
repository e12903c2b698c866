"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useFormat } from "@/lib/platform/i18n/client-provider";

type Props = {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The question with its object: "Drop 12 students from ENG-101?" */
  title: string;
  /** What will happen, in a sentence or two. */
  children: ReactNode;
  /** The verb and its object, never "OK". */
  confirmLabel: string;
  onConfirm(): void;
  pending?: boolean;
  /** Red button: something is destroyed. */
  destructive?: boolean;
  /** How many are affected. From `TYPE_FROM` on, the number must be typed, so that habit cannot confirm. */
  count?: number;
};

const TYPE_FROM = 20;

/**
 * The last question before something that cannot be undone. What can be undone asks nothing and offers undo instead
 * (useUndoToast). The focus starts on the number to type, or on Cancel.
 */
export function ConfirmDialog(props: Props) {
  const t = useTranslations("feedback");
  const format = useFormat();
  const inputId = useId();
  const [typed, setTyped] = useState("");
  const { open, onOpenChange, count = 1, pending } = props;
  const mustType = count >= TYPE_FROM;
  const matches = !mustType || typed.replace(/[\s,.]/g, "") === String(count);

  function change(next: boolean) {
    setTyped("");
    onOpenChange(next);
  }

  return (
    <Dialog open={open} onOpenChange={change} title={props.title} description={props.children}>
      {mustType && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor={inputId} className="text-sm">
            {t("typeCount", { number: format.number(count) })}
          </label>
          <Input
            id={inputId}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <DialogFooter>
        <Button variant="outline" onClick={() => change(false)}>
          {t("cancel")}
        </Button>
        <Button
          variant={props.destructive ? "destructive" : "default"}
          disabled={!matches}
          pending={pending}
          onClick={props.onConfirm}
        >
          {props.confirmLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
