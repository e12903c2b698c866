import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonVariants = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium text-sm transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
  {
    variants: {
      variant: {
        default: "bg-primary text-primary-foreground shadow-raised hover:bg-primary-hover",
        secondary: "bg-secondary text-secondary-foreground hover:bg-accent hover:text-accent-foreground",
        outline:
          "border border-input bg-card text-foreground shadow-raised hover:bg-accent hover:text-accent-foreground",
        ghost: "hover:bg-accent hover:text-accent-foreground",
        destructive: "bg-destructive text-destructive-foreground shadow-raised hover:bg-destructive/90",
        link: "link h-auto px-0 no-underline hover:underline",
      },
      size: {
        default: "h-control px-3.5 py-1",
        sm: "h-7 gap-1.5 px-2.5 text-xs touch:h-9 touch:text-sm",
        lg: "h-11 px-5 text-base",
        icon: "size-control",
        "icon-sm": "size-7 touch:size-9",
      },
    },
    defaultVariants: { variant: "default", size: "default" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & { asChild?: boolean; pending?: boolean };

/**
 * A button that says a verb and its object. `pending` keeps the width, shows that work is under way and stops a second
 * click without taking the focus away; `asChild` gives its looks to a link.
 */
export function Button({ className, variant, size, asChild, pending, type, onClick, ...props }: ButtonProps) {
  const looks = cn(buttonVariants({ variant, size }), pending && "button-pending", className);
  if (asChild) return <Slot.Root data-slot="button" className={looks} {...props} />;
  return (
    <button
      data-slot="button"
      // While pending it is a plain button without a handler: Enter in a field cannot send the form again.
      type={pending ? "button" : (type ?? "button")}
      className={looks}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      {...props}
    />
  );
}
