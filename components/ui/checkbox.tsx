import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The browser's own check box in our colour; its label makes the target large enough. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      data-slot="checkbox"
      type="checkbox"
      className={cn(
        "size-4 shrink-0 cursor-pointer rounded-xs accent-primary disabled:cursor-not-allowed touch:size-5",
        className,
      )}
      {...props}
    />
  );
}

/** One choice of several, as `Checkbox` is one switch. */
export function Radio({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      data-slot="radio"
      type="radio"
      className={cn("size-4 shrink-0 cursor-pointer accent-primary touch:size-5", className)}
      {...props}
    />
  );
}
