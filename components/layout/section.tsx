import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

type Props = {
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  /** Draws a frame around the content; for lists and tables. */
  framed?: boolean;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page. */
export function Section({ title, detail, actions, framed, className, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("min-w-0", className)}>
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="font-semibold text-sm">
          {title}
          {detail === undefined ? null : (
            <span className="tabular ml-2 font-normal text-muted-foreground">{detail}</span>
          )}
        </h2>
        {actions ? (
          <div data-print="hide" className="flex flex-wrap items-center gap-2 text-sm">
            {actions}
          </div>
        ) : null}
      </div>
      {framed ? <div className="overflow-hidden rounded-lg border bg-card">{children}</div> : children}
    </section>
  );
}
