"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { currentToasts, subscribeToToasts, type ToastItem } from "./toast-store";

const ToastList = dynamic(() => import("./toast-list").then((module) => module.ToastList), { ssr: false });

const none: readonly ToastItem[] = [];

/**
 * Stands once in the root layout. The live region is there from the start, since screen readers announce only what
 * changes inside a region they know; what draws the toasts is loaded with the first one.
 */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const items = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  const newest = items.at(-1);
  return (
    <>
      <div aria-live={newest?.kind === "error" ? "assertive" : "polite"} className="sr-only">
        {newest ? `${newest.text} ${newest.description ?? ""}` : ""}
      </div>
      {items.length > 0 ? <ToastList items={items} closeLabel={closeLabel} /> : null}
    </>
  );
}
