import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { PopoverContent } from "./popover";

/**
 * A list of actions behind a button with `popoverTarget={id}`. It is a plain list of links and buttons, read and tabbed
 * through as such. A click on any of them closes it (components/layout/behaviours.tsx).
 */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof PopoverContent>) {
  return <PopoverContent data-slot="dropdown-menu" className={cn("w-56 p-1", className)} {...props} />;
}

const itemLooks =
  "flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 text-left text-sm hover:bg-accent hover:text-accent-foreground focus-visible:outline-offset-[-2px] disabled:opacity-50 touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

export function DropdownMenuItem({
  className,
  asChild,
  danger,
  ...props
}: ComponentProps<"button"> & { asChild?: boolean; danger?: boolean }) {
  const looks = cn(itemLooks, danger && "text-danger [&_svg]:text-danger", className);
  if (asChild) return <Slot.Root data-slot="dropdown-menu-item" className={looks} {...props} />;
  return <button type="button" data-slot="dropdown-menu-item" className={looks} {...props} />;
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<"p">) {
  return (
    <p
      data-slot="dropdown-menu-label"
      className={cn("px-2 pt-1.5 pb-1 font-medium text-muted-foreground text-xs", className)}
      {...props}
    />
  );
}

export function DropdownMenuSeparator() {
  return <div aria-hidden className="-mx-1 my-1 h-px bg-border" />;
}
