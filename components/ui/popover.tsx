import type { ComponentProps } from "react";
import { cn } from "./cn";

/**
 * A popover on the browser's own `popover` attribute: no JavaScript, closed by Escape or a click elsewhere, drawn above
 * everything. A button opens it by `popoverTarget={id}`. Beside its button where the browser knows anchors, else in the
 * middle of the screen.
 */
export function PopoverContent({
  className,
  align = "start",
  ...props
}: ComponentProps<"div"> & { id: string; align?: "start" | "end" }) {
  return (
    <div
      popover="auto"
      data-slot="popover"
      data-align={align}
      className={cn(
        "anchored max-h-[min(32rem,calc(100dvh-2rem))] w-72 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border bg-popover p-3 text-popover-foreground text-sm shadow-floating open:animate-rise",
        className,
      )}
      {...props}
    />
  );
}
