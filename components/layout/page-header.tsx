import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";

type Props = {
  title: ReactNode;
  /** Beside the title, quieter: a count, a term. */
  detail?: ReactNode;
  description?: ReactNode;
  crumbs?: { label: string; items: Crumb[] };
  /** Buttons; the primary one last. */
  actions?: ReactNode;
};

/** The head of a page: the way up, the one h1, what it holds, what can be done. */
export function PageHeader({ title, detail, description, crumbs, actions }: Props) {
  return (
    <header className="mb-stack flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {crumbs ? <Breadcrumb crumbs={crumbs.items} label={crumbs.label} /> : null}
        <h1 className="font-semibold text-xl tracking-tight">
          {title}
          {detail === undefined ? null : (
            <span className="tabular ml-2.5 font-normal text-base text-muted-foreground tracking-normal">
              {detail}
            </span>
          )}
        </h1>
        {description ? (
          <p className="mt-0.5 max-w-prose text-muted-foreground text-sm">{description}</p>
        ) : null}
      </div>
      {actions ? (
        <div data-print="hide" className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      ) : null}
    </header>
  );
}
