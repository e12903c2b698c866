"use client";

import type { ReactNode } from "react";
import { JobNotices } from "@/components/jobs/job-notices";
import { Icon } from "@/components/ui/icon";
import { Brand } from "./brand";
import { EnvironmentBanner } from "./environment-banner";
import { SearchEntry } from "./search-entry";
import { SidebarNav } from "./sidebar-nav";
import { SidebarToggle } from "./sidebar-toggle";
import { SkipLink } from "./skip-link";
import { useFrame } from "./use-frame";
import { UserMenu } from "./user-menu";

/** The desk of staff: a sidebar that folds, a header with the search, the page. On a phone the sidebar is a drawer. */
export function StaffShell({ frame, children }: { frame: string; children: ReactNode }) {
  const data = useFrame(frame);
  const { texts: t, collapsed } = data;
  return (
    <div
      data-sidebar={collapsed ? "collapsed" : "open"}
      className="group/shell grid min-h-dvh print:block grid-cols-1 grid-rows-[auto_1fr] lg:grid-cols-[15rem_minmax(0,1fr)] lg:data-[sidebar=collapsed]:grid-cols-[3.75rem_minmax(0,1fr)]"
    >
      <div className="lg:col-span-2" data-print="hide">
        <SkipLink label={t.skip} />
        <EnvironmentBanner environment={data.environment} />
      </div>

      <aside
        id="sidebar"
        popover="auto"
        aria-label={t.sidebar}
        data-print="hide"
        className="inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-64 border-0 border-sidebar-border border-r bg-sidebar p-0 text-sidebar-foreground shadow-floating backdrop:bg-backdrop open:animate-fade lg:static lg:block lg:h-auto lg:w-auto lg:overflow-visible lg:shadow-none"
      >
        <div className="flex h-full flex-col lg:sticky lg:top-0 lg:h-auto lg:max-h-dvh">
          <div className="flex h-13 shrink-0 items-center justify-between gap-1 px-3 group-data-[sidebar=collapsed]/shell:lg:h-auto group-data-[sidebar=collapsed]/shell:lg:flex-col group-data-[sidebar=collapsed]/shell:lg:py-2">
            <Brand href={data.home} name={t.name} label={t.toHome} />
            <SidebarToggle collapsed={collapsed} labels={{ collapse: t.collapse, expand: t.expand }}>
              <Icon name="panel-left" className="size-4" />
            </SidebarToggle>
          </div>
          <SidebarNav label={data.main} groups={data.groups} />
        </div>
      </aside>

      <div className="flex min-w-0 flex-col">
        <header
          data-print="hide"
          className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b bg-background/95 px-3 sm:px-5"
        >
          <button
            type="button"
            popoverTarget="sidebar"
            aria-label={t.openMenu}
            className="flex size-9 items-center justify-center rounded-md hover:bg-accent lg:hidden"
          >
            <Icon name="menu" className="size-5" />
          </button>
          <SearchEntry data={data} />
          <UserMenu data={data} density />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none sm:px-6"
        >
          {children}
        </main>
        {data.watchesJobs ? <JobNotices /> : null}
      </div>
    </div>
  );
}
