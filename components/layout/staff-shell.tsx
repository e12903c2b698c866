import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { JobNotices } from "@/components/jobs/job-notices";
import { Icon } from "@/components/ui/icon";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { HOME_OF } from "@/lib/platform/access/roles";
import { Brand } from "./brand";
import { EnvironmentBanner } from "./environment-banner";
import { navigationFor } from "./navigation";
import { screenPreferences } from "./screen-preferences";
import { SearchEntry } from "./search-entry";
import { SidebarNav } from "./sidebar-nav";
import { SidebarToggle } from "./sidebar-toggle";
import { SkipLink } from "./skip-link";
import { UserMenu } from "./user-menu";

/** The desk of staff: a sidebar that folds, a header with the search, the page. On a phone the sidebar is a drawer. */
export async function StaffShell({ actor, children }: { actor: AccountActor; children: ReactNode }) {
  const [t, preferences] = await Promise.all([getTranslations("layout"), screenPreferences()]);
  const home = HOME_OF[actor.role];
  return (
    <div
      data-sidebar={preferences.sidebar}
      className="group/shell grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] lg:grid-cols-[15rem_minmax(0,1fr)] lg:data-[sidebar=collapsed]:grid-cols-[3.75rem_minmax(0,1fr)]"
    >
      <div className="lg:col-span-2" data-print="hide">
        <SkipLink label={t("skip")} />
        <EnvironmentBanner />
      </div>

      <aside
        id="sidebar"
        popover="auto"
        aria-label={t("sidebar")}
        data-print="hide"
        className="inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-64 border-0 border-sidebar-border border-r bg-sidebar p-0 text-sidebar-foreground shadow-floating backdrop:bg-backdrop open:animate-fade lg:static lg:block lg:h-auto lg:w-auto lg:overflow-visible lg:shadow-none"
      >
        <div className="flex h-full flex-col lg:sticky lg:top-0 lg:h-auto lg:max-h-dvh">
          <div className="flex h-13 shrink-0 items-center justify-between gap-1 px-3 group-data-[sidebar=collapsed]/shell:lg:h-auto group-data-[sidebar=collapsed]/shell:lg:flex-col group-data-[sidebar=collapsed]/shell:lg:py-2">
            <Brand href={home} name={t("name")} label={t("toHome")} />
            <SidebarToggle
              collapsed={preferences.sidebar === "collapsed"}
              labels={{ collapse: t("collapse"), expand: t("expand") }}
            >
              <Icon name="panel-left" className="size-4" />
            </SidebarToggle>
          </div>
          <SidebarNav items={navigationFor(actor)} />
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
            aria-label={t("openMenu")}
            className="flex size-9 items-center justify-center rounded-md hover:bg-accent lg:hidden"
          >
            <Icon name="menu" className="size-5" />
          </button>
          <SearchEntry actor={actor} />
          <UserMenu actor={actor} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none sm:px-6"
        >
          {children}
        </main>
        {can(actor, "jobs:read_own") ? <JobNotices /> : null}
      </div>
    </div>
  );
}
