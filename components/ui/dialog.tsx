"use client";

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
} from "react";
import { cn } from "./cn";

type DialogState = { open: boolean; close: () => void; titleId: string; descriptionId: string };

const DialogContext = createContext<DialogState | null>(null);

function useDialog(): DialogState {
  const state = useContext(DialogContext);
  if (!state) throw new Error("a part of a dialog stands outside of <Dialog>");
  return state;
}

/**
 * A modal dialog on the browser's own <dialog>: it keeps the focus inside, makes the page behind inert, closes by Escape
 * and gives the focus back, without a library. The caller holds the state; load it with next/dynamic where it is rare.
 */
export function Dialog({
  open,
  onOpenChange,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}) {
  const id = useId();
  const state = {
    open,
    close: () => onOpenChange(false),
    titleId: `${id}title`,
    descriptionId: `${id}description`,
  };
  return <DialogContext value={state}>{children}</DialogContext>;
}

/** The box. `persistent` keeps it open when the person clicks beside it, for forms that hold typed text. */
export function DialogContent({
  className,
  children,
  persistent,
  ...props
}: ComponentProps<"dialog"> & { persistent?: boolean }) {
  const { open, close, titleId, descriptionId } = useDialog();
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
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onClose={close}
      onClick={(event) => {
        if (!persistent && event.target === box.current) close();
      }}
      className={cn(
        "m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-hidden rounded-lg border bg-popover p-0 text-popover-foreground shadow-floating backdrop:bg-backdrop open:animate-rise",
        className,
      )}
      {...props}
    >
      {open ? (
        <div className="flex max-h-[inherit] flex-col gap-4 overflow-y-auto p-5">{children}</div>
      ) : null}
    </dialog>
  );
}

export function DialogHeader({ className, ...props }: ComponentProps<"header">) {
  return <header data-slot="dialog-header" className={cn("flex flex-col gap-1", className)} {...props} />;
}

export function DialogTitle({ className, ...props }: ComponentProps<"h2">) {
  const { titleId } = useDialog();
  return (
    <h2
      id={titleId}
      data-slot="dialog-title"
      className={cn("font-semibold text-base", className)}
      {...props}
    />
  );
}

export function DialogDescription({ className, ...props }: ComponentProps<"p">) {
  const { descriptionId } = useDialog();
  return (
    <p
      id={descriptionId}
      data-slot="dialog-description"
      className={cn("text-muted-foreground text-sm", className)}
      {...props}
    />
  );
}

/** The buttons; on a phone the main one stands on top, under the thumb. */
export function DialogFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      data-slot="dialog-footer"
      className={cn("flex flex-col-reverse gap-2 pt-1 sm:flex-row sm:justify-end", className)}
      {...props}
    />
  );
}
