"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Modal } from "./modal";

type Props = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** What it is about, in a sentence below the title. */
  description?: ReactNode;
  className?: string;
  children: ReactNode;
};

/**
 * A modal dialog with its head. A click beside it does not close it, since it holds what somebody typed. The caller holds
 * the state; load it with next/dynamic where it is rare.
 */
export function Dialog({ open, onOpenChange, title, description, className, children }: Props) {
  const id = useId();
  const descriptionId = description ? `${id}description` : undefined;
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      persistent
      aria-labelledby={`${id}title`}
      aria-describedby={descriptionId}
      className={className}
    >
      <div className="flex max-h-[inherit] flex-col gap-4 overflow-y-auto p-5">
        <header className="flex flex-col gap-1">
          <h2 id={`${id}title`} className="font-semibold text-base">
            {title}
          </h2>
          {description ? (
            <p id={descriptionId} className="text-muted-foreground text-sm">
              {description}
            </p>
          ) : null}
        </header>
        {children}
      </div>
    </Modal>
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
