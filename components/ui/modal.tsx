"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"dialog">, "open" | "onClose"> & {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Stays open when the person clicks beside it, for what holds typed text. */
  persistent?: boolean;
};

/**
 * A box over the page on the browser's own <dialog>: it keeps the focus inside, makes the page behind inert, closes by
 * Escape and gives the focus back, without a library. It wants a name: `aria-label`, or a title by `aria-labelledby`.
 */
export function Modal({ open, onOpenChange, persistent, className, children, ...props }: Props) {
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = box.current;
    if (open && element && !element.open) {
      element.showModal();
      // The browser takes the first thing that can hold the focus; a form knows better where typing begins.
      element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open) element?.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog by Escape, which the browser handles.
    <dialog
      ref={box}
      data-slot="dialog"
      onClose={() => onOpenChange(false)}
      onClick={(event) => {
        if (!persistent && event.target === box.current) onOpenChange(false);
      }}
      className={cn(
        "m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-hidden rounded-lg border bg-popover p-0 text-popover-foreground shadow-floating backdrop:bg-backdrop open:animate-rise",
        className,
      )}
      {...props}
    >
      {open ? children : null}
    </dialog>
  );
}
