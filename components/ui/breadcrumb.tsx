import Link from "next/link";
import { Icon } from "./icon";

export type Crumb = { label: string; href?: string };

/** The way up. The last crumb is the page itself; `label` names the landmark. */
export function Breadcrumb({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav aria-label={label} data-slot="breadcrumb" className="text-muted-foreground text-sm">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex items-center gap-1">
            {index > 0 ? <Icon name="chevron-right" className="size-3.5 opacity-60" /> : null}
            {crumb.href ? (
              <Link
                prefetch={false}
                href={crumb.href}
                className="rounded-xs py-0.5 hover:text-foreground hover:underline"
              >
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="text-foreground">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
