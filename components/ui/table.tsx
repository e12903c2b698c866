import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A table that scrolls sideways inside its own frame on a narrow screen; figures are tabular by app/globals.css. */
export function Table({ className, label, ...props }: ComponentProps<"table"> & { label?: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; a landmark for every table is too much.
    <div
      role="group"
      data-slot="table-frame"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative w-full overflow-x-auto"
    >
      <table data-slot="table" className={cn("w-full border-collapse text-sm", className)} {...props} />
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return (
    <thead data-slot="table-header" className={cn("border-b text-muted-foreground", className)} {...props} />
  );
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody data-slot="table-body" className={cn("divide-y", className)} {...props} />;
}

export function TableFooter({ className, ...props }: ComponentProps<"tfoot">) {
  return (
    <tfoot data-slot="table-footer" className={cn("border-t bg-muted font-medium", className)} {...props} />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      data-slot="table-row"
      className={cn("hover:bg-accent/50 aria-selected:bg-accent data-[state=selected]:bg-accent", className)}
      {...props}
    />
  );
}

export function TableHead({ className, scope = "col", ...props }: ComponentProps<"th">) {
  return (
    <th
      data-slot="table-head"
      scope={scope}
      className={cn("h-9 whitespace-nowrap px-3 text-left align-middle font-medium text-xs", className)}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td data-slot="table-cell" className={cn("px-3 py-cell align-middle", className)} {...props} />;
}

export function TableCaption({ className, ...props }: ComponentProps<"caption">) {
  return (
    <caption
      data-slot="table-caption"
      className={cn("caption-bottom px-3 py-2 text-left text-muted-foreground text-xs", className)}
      {...props}
    />
  );
}
