import { cn } from "./cn";

/** How far a piece of work is, 0 to 100. Without `value` it says only that work is going on. */
export function Progress({ value, label, className }: { value?: number; label: string; className?: string }) {
  return (
    <progress
      data-slot="progress"
      aria-label={label}
      max={100}
      value={value}
      className={cn(
        "block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-secondary [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-primary",
        value === undefined && "animate-skeleton",
        className,
      )}
    />
  );
}
