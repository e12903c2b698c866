"use client";

import { type ReactNode, useId, useState } from "react";
import { cn } from "./cn";

/**
 * A word about a control, on hover and on focus; Escape hides it, the pointer may rest on it (WCAG 1.4.13). Never the
 * only place for something that a person on a phone needs.
 */
export function Tooltip({
  text,
  children,
  className,
}: {
  text: string;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  const [hidden, setHidden] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens to the control inside.
    <span
      className="group/tooltip relative inline-flex"
      aria-describedby={id}
      onKeyDown={(event) => event.key === "Escape" && setHidden(true)}
      onMouseLeave={() => setHidden(false)}
      onBlur={() => setHidden(false)}
    >
      {children}
      <span
        id={id}
        role="tooltip"
        hidden={hidden}
        className={cn(
          "pointer-events-none invisible absolute bottom-full left-1/2 z-50 w-max max-w-64 -translate-x-1/2 pb-1.5 opacity-0 transition-opacity delay-300 group-focus-within/tooltip:visible group-focus-within/tooltip:opacity-100 group-hover/tooltip:pointer-events-auto group-hover/tooltip:visible group-hover/tooltip:opacity-100",
          className,
        )}
      >
        <span className="block rounded-md bg-foreground px-2 py-1 text-background text-xs">{text}</span>
      </span>
    </span>
  );
}
