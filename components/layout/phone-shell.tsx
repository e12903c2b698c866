"use client";

import type { ReactNode } from "react";
import { WaitingBadge } from "@/components/approvals/waiting-badge";
import { Icon } from "@/components/ui/icon";
import { NavLink } from "@/components/ui/nav-link";
import { Brand } from "./brand";
import { EnvironmentBanner } from "./environment-banner";
import { PaletteEntry } from "./palette-entry";
import { SkipLink } from "./skip-link";
import { useFrame } from "./use-frame";
import { UserMenu } from "./user-menu";

/**
 * The frame of students and teachers: on a phone the page under a low header and over a bar for the thumb, at a desk a
 * slim sidebar. It is one navigation, moved by the style sheet.
 */
export function PhoneShell({ frame, children }: { frame: string; children: ReactNode }) {
  const data = useFrame(frame);
  const { texts: t, environment } = data;
  const entries = data.groups.flatMap((group) => group.entries);
  return (
    <div className="flex min-h-dvh flex-col">
      <div data-print="hide">
        <SkipLink label={t.skip} />
        <EnvironmentBanner environment={environment} />
      </div>
      <header
        data-print="hide"
        className="sticky top-0 z-30 border-b bg-background/95 pt-[env(safe-area-inset-top)]"
      >
        <div className="mx-auto flex h-13 max-w-7xl items-center gap-2 px-3 sm:px-5">
          <Brand href={data.home} name={t.name} label={t.toHome} />
          <button
            type="button"
            data-opens-palette
            aria-label={data.palette.open}
            className="ml-auto flex size-9 items-center justify-center rounded-md hover:bg-accent touch:size-11 [&~div]:ml-0"
          >
            <Icon name="search" className="size-4.5" />
          </button>
          <PaletteEntry data={data} />
          <UserMenu data={data} density={false} />
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-7xl flex-1 flex-col md:flex-row">
        <nav
          aria-label={data.main}
          data-print="hide"
          className="fixed inset-x-0 bottom-0 z-30 border-t bg-background pb-[env(safe-area-inset-bottom)] md:sticky md:inset-auto md:top-13 md:w-48 md:shrink-0 md:self-start md:border-0 md:px-3 md:py-5"
        >
          <ul className="mx-auto flex max-w-md justify-around md:flex-col md:justify-start md:gap-px">
            {entries.map((entry) => (
              <li key={entry.href} className="flex-1">
                <NavLink href={entry.href} exact={entry.exact} className="frame-tab">
                  <Icon name={entry.icon} className="size-5.5 shrink-0 md:size-4" />
                  {entry.label}
                  {entry.counts ? <WaitingBadge /> : null}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <main
          id="main"
          tabIndex={-1}
          className="w-full min-w-0 flex-1 px-4 pt-4 pb-[calc(5rem+env(safe-area-inset-bottom))] text-[0.9375rem] outline-none sm:px-5 md:py-6 md:text-sm"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
