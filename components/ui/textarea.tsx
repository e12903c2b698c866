import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldLooks } from "./field-looks";

/** A field for more than a line; it grows with the text where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(fieldLooks, "field-sizing-content max-h-96 min-h-20 py-2", className)}
      {...props}
    />
  );
}
