import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldLooks } from "./field-looks";

/** A one-line field. Errors are announced through `aria-invalid` and `aria-describedby`. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      type={type}
      className={cn(
        fieldLooks,
        "h-control py-1 file:mr-3 file:h-7 file:cursor-pointer file:rounded-sm file:border-0 file:bg-secondary file:px-2.5 file:font-medium file:text-sm",
        className,
      )}
      {...props}
    />
  );
}
