import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The name of a field, above it. Required is the default; `optional` takes the word that says otherwise. */
export function Label({
  className,
  optional,
  children,
  ...props
}: ComponentProps<"label"> & { optional?: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the caller ties it to its field by htmlFor.
    <label data-slot="label" className={cn("block font-medium text-sm", className)} {...props}>
      {children}
      {optional ? <span className="ml-1.5 font-normal text-muted-foreground">{optional}</span> : null}
    </label>
  );
}
