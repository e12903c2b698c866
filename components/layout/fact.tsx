import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A row of facts: the two to four numbers or words that matter. Its children are <Fact>s. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-border *:last:odd:col-span-2 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none sm:*:last:odd:col-span-1",
        className,
      )}
    >
      {children}
    </dl>
  );
}

/** A name and a value; `detail` says more in a smaller voice. */
export function Fact({ label, value, detail }: { label: ReactNode; value: ReactNode; detail?: ReactNode }) {
  return (
    <div className="flex flex-col bg-card px-4 py-3">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="tabular font-semibold text-lg leading-snug">{value}</dd>
      {detail ? <dd className="text-muted-foreground text-xs">{detail}</dd> : null}
    </div>
  );
}

/** Name and value in two columns, for the many small facts of a record. */
export function FactList({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,12rem)_1fr] sm:gap-y-2",
        className,
      )}
    >
      {children}
    </dl>
  );
}

export function FactRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-muted-foreground text-sm">{label}</dt>
      <dd className="wrap-anywhere min-w-0 text-sm">{children}</dd>
    </div>
  );
}
