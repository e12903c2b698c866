import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The shape of something that is on its way. Hidden from screen readers: the region around it says `aria-busy`. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn("animate-skeleton rounded-sm bg-secondary", className)}
      {...props}
    />
  );
}
