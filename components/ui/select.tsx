import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldLooks } from "./field-looks";
import { Icon } from "./icon";

/** The browser's own select: works with the keyboard, on phones and without JavaScript. Options are its children. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block min-w-0", className)}>
      <select data-slot="select" className={cn(fieldLooks, "h-control appearance-none py-1 pr-9")} {...props}>
        {children}
      </select>
      <Icon
        name="chevrons-up-down"
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-muted-foreground"
      />
    </span>
  );
}
