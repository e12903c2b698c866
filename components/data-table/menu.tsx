"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";

type Props = {
  label: string;
  /** Whether something of it is chosen. */
  active?: boolean;
  /** Stays open after a choice, for menus of several. */
  stay?: boolean;
  className?: string;
  /** Called whenever it opens, to fetch what stands in it. */
  onOpen?(): void;
  /** The entries, as `li`. */
  children: () => ReactNode;
};

/**
 * A button with a native popover. Its entries are drawn when it opens: those of a list's filters were a fifth of its
 * HTML, on every page, for the few times that somebody looks into them.
 */
export function Menu({ label, active, stay, className = "dt-filter", onOpen, children }: Props) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [drawn, setDrawn] = useState(false);
  const opened = useRef(onOpen);
  opened.current = onOpen;
  useEffect(() => {
    // Opened before the script had come.
    if (!list.current?.matches(":popover-open")) return;
    setDrawn(true);
    opened.current?.();
  }, []);
  return (
    <div className={className}>
      <button type="button" popoverTarget={id} data-active={active || undefined}>
        {label}
      </button>
      <ul
        ref={list}
        id={id}
        popover="auto"
        className="dt-menu"
        aria-label={label}
        data-stay={stay ? "" : undefined}
        // At once, so that it opens at its full size.
        onBeforeToggle={(event) => {
          flushSync(() => setDrawn(true));
          if (event.newState === "open") onOpen?.();
        }}
      >
        {drawn && children()}
      </ul>
    </div>
  );
}
