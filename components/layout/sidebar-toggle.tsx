"use client";

import { type ReactNode, useState } from "react";
import { rememberInBrowser, sidebarCookie } from "./preference-cookies";

/**
 * Folds the sidebar to its icons. The frame carries the state as `data-sidebar`, written by the server from the cookie;
 * here the attribute is changed in place, without rendering the frame again.
 */
export function SidebarToggle({
  collapsed: initial,
  labels,
  children,
}: {
  collapsed: boolean;
  labels: { collapse: string; expand: string };
  children: ReactNode;
}) {
  const [collapsed, setCollapsed] = useState(initial);
  const label = collapsed ? labels.expand : labels.collapse;
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-expanded={!collapsed}
      aria-controls="sidebar"
      className="hidden size-8 items-center justify-center rounded-md text-muted-foreground hover:bg-sidebar-accent hover:text-sidebar-accent-foreground lg:flex"
      onClick={(event) => {
        const next = collapsed ? "open" : "collapsed";
        event.currentTarget.closest("[data-sidebar]")?.setAttribute("data-sidebar", next);
        rememberInBrowser(sidebarCookie, next);
        setCollapsed(!collapsed);
      }}
    >
      {children}
    </button>
  );
}
