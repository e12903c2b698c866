"use client";

import type { ReactNode } from "react";
import { NavLink } from "./nav-link";

export type LinkTab = {
  href: string;
  label: string;
  count?: number | string;
  exact?: boolean;
  icon?: ReactNode;
};

/**
 * Tabs that are pages of their own, each with its address. `label` names the landmark. The first tab usually stands for
 * the record itself and is `exact`.
 */
export function LinkTabs({ tabs, label }: { tabs: LinkTab[]; label: string }) {
  return (
    <nav aria-label={label} data-slot="tabs" className="border-b" data-print="hide">
      <ul className="relative -mb-px flex gap-1 overflow-x-auto [scrollbar-width:none]">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <NavLink
              href={tab.href}
              exact={tab.exact}
              reveal
              className="flex min-h-10 items-center gap-1.5 border-transparent border-b-2 px-3 py-2 font-medium text-muted-foreground text-sm hover:text-foreground focus-visible:outline-offset-[-2px] current:border-primary current:text-foreground touch:min-h-12"
            >
              {tab.icon}
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="tabular rounded-sm bg-secondary px-1.5 text-muted-foreground text-xs">
                  {tab.count}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
