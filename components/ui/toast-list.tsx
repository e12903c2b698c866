"use client";

import { useEffect, useRef, useState } from "react";
import { Icon, type IconName } from "./icon";
import { dismissToast, type ToastItem, type ToastKind } from "./toast-store";

const looks: Record<ToastKind, { icon: IconName; color: string }> = {
  message: { icon: "info", color: "text-info" },
  success: { icon: "circle-check", color: "text-success" },
  error: { icon: "circle-alert", color: "text-danger" },
};

function Toast({ item, closeLabel }: { item: ToastItem; closeLabel: string }) {
  const [held, setHeld] = useState(false);
  const duration = item.duration ?? (item.kind === "error" ? null : item.action ? 8000 : 5000);

  useEffect(() => {
    if (held || duration === null) return;
    const timer = setTimeout(() => dismissToast(item.id), duration);
    return () => clearTimeout(timer);
  }, [held, duration, item.id]);

  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex w-full animate-rise items-start gap-2.5 rounded-lg border bg-popover p-3 text-popover-foreground text-sm shadow-floating"
    >
      <Icon name={looks[item.kind].icon} className={`mt-0.5 size-4 shrink-0 ${looks[item.kind].color}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{item.text}</p>
        {item.description ? <p className="text-muted-foreground">{item.description}</p> : null}
      </div>
      {item.action ? (
        <button
          type="button"
          className="-my-1 min-h-7 shrink-0 rounded-sm px-2 font-medium text-primary hover:bg-accent"
          onClick={() => {
            item.action?.onClick();
            dismissToast(item.id);
          }}
        >
          {item.action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={closeLabel}
        className="-m-1 shrink-0 rounded-sm p-1.5 text-muted-foreground hover:bg-accent"
        onClick={() => dismissToast(item.id)}
      >
        <Icon name="x" className="size-4" />
      </button>
    </li>
  );
}

/** The toasts on screen, above dialogs: a manual popover is drawn in the top layer. */
export function ToastList({ items, closeLabel }: { items: readonly ToastItem[]; closeLabel: string }) {
  const layer = useRef<HTMLDivElement>(null);
  const count = items.length;

  useEffect(() => {
    const element = layer.current;
    if (!element?.showPopover) return;
    // Shown anew for every toast, so that it lies above a dialog that was opened meanwhile.
    if (element.matches(":popover-open")) element.hidePopover();
    if (count > 0) element.showPopover();
  }, [count]);

  return (
    <div
      ref={layer}
      popover="manual"
      className="pointer-events-none fixed inset-x-0 top-auto bottom-[calc(4.5rem+env(safe-area-inset-bottom))] m-0 mx-auto w-full max-w-md border-0 bg-transparent p-3 sm:right-0 sm:bottom-0 sm:left-auto sm:mx-0"
      data-print="hide"
    >
      <ol className="pointer-events-auto flex flex-col gap-2">
        {items.map((item) => (
          <Toast key={item.id} item={item} closeLabel={closeLabel} />
        ))}
      </ol>
    </div>
  );
}
