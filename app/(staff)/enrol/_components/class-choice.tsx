"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { Desk, DeskClass } from "@/lib/registration/schemas";
import { ClassRow } from "./class-row";

type Props = {
  desk: Desk;
  asked: { q: string; term: string };
  loading: boolean;
  failed: boolean;
  pendingClass: number | null;
  mayOverride: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  icon: ReactNode;
  onNarrow: (change: { q?: string; term?: string }) => void;
  onEnrol: (wanted: DeskClass) => void;
  onOverride: (wanted: DeskClass) => void;
};

/** Moves the focus between the buttons of the rows; above the first stands the search. */
function moveFocus(list: HTMLElement, search: HTMLInputElement | null, step: 1 | -1): void {
  const buttons = [...list.querySelectorAll<HTMLButtonElement>("[data-enrol]")];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = here + step;
  if (next < 0) search?.focus();
  else buttons[Math.min(next, buttons.length - 1)]?.focus();
}

/** The classes of the open terms: search, term, and a verdict each. */
export function ClassChoice(props: Props) {
  const { desk, asked, loading, failed, pendingClass, mayOverride, searchRef, icon, onNarrow } = props;
  const t = useTranslations("enrol.classes");
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const enrolled = new Set(
    desk.enrolments.filter((each) => each.status === "ENROLLED").map((each) => each.classId),
  );

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || !list.current || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    moveFocus(list.current, searchRef.current, step);
  }

  return (
    <section
      aria-labelledby="desk-classes"
      aria-busy={loading}
      onKeyDown={onKeyDown}
      className="min-w-0 overflow-hidden rounded-lg border bg-card"
    >
      <h2 id="desk-classes" className="sr-only">
        {t("title")}
      </h2>
      <div className="flex flex-wrap gap-2 border-b p-3">
        <div className="relative min-w-48 flex-1">
          <span className="pointer-events-none absolute inset-y-0 left-2.5 my-auto flex h-4 items-center text-muted-foreground">
            {icon}
          </span>
          <input
            ref={searchRef}
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            autoComplete="off"
            spellCheck={false}
            value={asked.q}
            onChange={(event) => onNarrow({ q: event.target.value })}
            className="h-control w-full min-w-0 rounded-md border border-input bg-background pr-2 pl-8 text-sm placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-offset-0"
          />
        </div>
        <Select
          aria-label={t("term")}
          value={asked.term}
          onChange={(event) => onNarrow({ term: event.target.value })}
          className="w-56 max-w-full"
        >
          <option value="">{t("allTerms")}</option>
          {desk.terms.map((term) => (
            <option key={term.code} value={term.code}>
              {format.words(term.name)}
            </option>
          ))}
        </Select>
      </div>
      {failed ? (
        <p role="alert" className="px-4 py-3 text-danger text-sm">
          {t("failed")}
        </p>
      ) : null}
      {desk.classes.length === 0 && !loading ? (
        <p className="px-4 py-6 text-center text-muted-foreground text-sm">{t("none")}</p>
      ) : null}
      <ul ref={list} className="divide-y">
        {desk.classes.map((wanted) => (
          <ClassRow
            key={wanted.id}
            wanted={wanted}
            enrolled={enrolled.has(wanted.id)}
            pending={pendingClass === wanted.id}
            mayOverride={mayOverride}
            onEnrol={props.onEnrol}
            onOverride={props.onOverride}
          />
        ))}
      </ul>
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t px-4 py-2 text-muted-foreground text-xs">
        <span>{desk.hidden > 0 ? t("hidden", { count: desk.hidden }) : null}</span>
        <Keys />
      </footer>
    </section>
  );
}

function Keys() {
  const t = useTranslations("enrol.classes");
  return (
    <span className="hidden items-center gap-1 md:inline touch:hidden">
      {t.rich("keys", { k: (key) => <Kbd>{key}</Kbd> })}
    </span>
  );
}
