"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { PersonHit } from "@/lib/people/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { useStudentHits } from "./use-student-hits";

type Props = {
  inputRef: RefObject<HTMLInputElement | null>;
  icon: ReactNode;
  onPick: (number: string) => void;
};

/** Who is at the desk: a combobox over the search of people. Arrow keys choose, Enter opens, Escape clears. */
export function StudentSearch({ inputRef, icon, onPick }: Props) {
  const t = useTranslations("enrol.search");
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits, failed } = useStudentHits(text);
  const rows = (hits ?? []).filter((hit) => hit.number !== null);
  const open = text.trim().length >= 2 && hits !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer begins at its first line.
  useEffect(() => setActive(0), [hits]);

  function pick(hit: PersonHit | undefined) {
    if (!hit?.number) return;
    setText("");
    onPick(hit.number);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && rows.length > 0) {
      event.preventDefault();
      setActive((current) => (current + step + rows.length) % rows.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      pick(rows[active]);
    } else if (event.key === "Escape") {
      setText("");
    }
  }

  return (
    <div className="relative max-w-2xl">
      <span className="pointer-events-none absolute inset-y-0 left-3.5 z-10 my-auto flex h-5 items-center text-muted-foreground">
        {icon}
      </span>
      <input
        ref={inputRef}
        type="search"
        role="combobox"
        aria-label={t("label")}
        aria-expanded={open}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={open && rows[active] ? `${id}${rows[active].personId}` : undefined}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the desk begins with typing.
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-12 w-full min-w-0 rounded-lg border border-input bg-card pr-3 pl-11 text-base shadow-raised placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-offset-0"
      />
      <p role="status" className="sr-only">
        {open ? (rows.length > 0 ? t("results", { count: rows.length }) : t("none")) : null}
      </p>
      {open || failed ? (
        <div
          id={`${id}list`}
          role="listbox"
          aria-label={t("label")}
          className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-lg border bg-popover py-1 shadow-floating"
        >
          {failed ? <p className="px-4 py-3 text-danger text-sm">{t("failed")}</p> : null}
          {!failed && rows.length === 0 ? (
            <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
          ) : null}
          {rows.map((hit, index) => (
            <Hit
              key={hit.personId}
              id={`${id}${hit.personId}`}
              hit={hit}
              active={index === active}
              name={format.name(hit)}
              other={format.otherName(hit)}
              otherLang={format.locale === "km" ? "en" : "km"}
              onHover={() => setActive(index)}
              onPick={() => pick(hit)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

type HitProps = {
  id: string;
  hit: PersonHit;
  active: boolean;
  name: string;
  other: string | null;
  otherLang: string;
  onHover: () => void;
  onPick: () => void;
};

function Hit({ id, hit, active, name, other, otherLang, onHover, onPick }: HitProps) {
  const t = useTranslations("enrol.status");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox.
    <div
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={cn(
        "flex min-h-11 cursor-pointer items-center gap-3 px-4 py-1.5 text-sm",
        active && "bg-accent text-accent-foreground",
      )}
    >
      <span className="tabular w-14 shrink-0 text-muted-foreground">{hit.number}</span>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{name}</span>
        {other ? (
          <span lang={otherLang} className="ml-2 text-muted-foreground">
            {other}
          </span>
        ) : null}
      </span>
      <span className="shrink-0 text-muted-foreground text-xs">
        {[hit.programme, hit.status && hit.status !== "ACTIVE" ? t(hit.status) : null]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </div>
  );
}
