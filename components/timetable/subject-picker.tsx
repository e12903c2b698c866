"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import type { WeekChoice, WeekKind } from "@/lib/classes/weeks/schemas";

const PAUSE_MS = 120;

type Answer = { q: string; rows: WeekChoice[] | null };

/** What fits what is typed; rooms and programmes are few enough to be offered before anything is typed. */
function useChoices(kind: WeekKind, text: string, open: boolean): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const q = text.trim();
  const asks = open && (q.length >= 2 || kind === "room" || kind === "programme");
  useEffect(() => {
    if (!asks) return setAnswer(null);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ kind, q });
        const response = await fetch(`/api/v1/classes/timetable/choices?${query}`, { signal: abort.signal });
        if (!response.ok) throw new Error(String(response.status));
        setAnswer({ q, rows: ((await response.json()) as { rows: WeekChoice[] }).rows });
      } catch {
        if (!abort.signal.aborted) setAnswer({ q, rows: null });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asks, kind, q]);
  return answer;
}

type Props = { kind: WeekKind /** The week that stays. */; week: string | null };

/** Finds the room, teacher, class or programme whose week to open; arrow keys and Enter choose. */
export function SubjectPicker({ kind, week }: Props) {
  const t = useTranslations("timetableStaff.pick");
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const answer = useChoices(kind, text, open);
  const rows = answer?.rows ?? [];

  function choose(choice: WeekChoice) {
    setText("");
    setOpen(false);
    const query = new URLSearchParams({ of: kind, id: choice.ref });
    if (week) query.set("week", week);
    router.push(`/timetable?${query}`);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") return setOpen(false);
    if (rows.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current) => (current + step + rows.length) % rows.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const choice = rows[active];
      if (choice) choose(choice);
    }
  }

  const shown = open && answer !== null;
  return (
    <div className="relative w-full sm:w-72">
      <Input
        type="search"
        role="combobox"
        aria-label={t(kind)}
        aria-expanded={shown && rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && rows[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={t(`placeholder.${kind}`)}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {shown ? (
        <div className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-md border bg-popover p-1 shadow-floating">
          <div id={`${id}-list`} role="listbox" aria-label={t(kind)}>
            {rows.map((choice, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox.
              <div
                key={choice.ref}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className="flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2.5 py-1 text-sm aria-selected:bg-accent"
                onMouseMove={() => setActive(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(choice)}
              >
                <span className="font-medium">{choice.label}</span>
                <span className="min-w-0 truncate text-muted-foreground">{choice.detail}</span>
              </div>
            ))}
          </div>
          {rows.length === 0 ? (
            <p role="status" className="px-2.5 py-1.5 text-muted-foreground text-sm">
              {answer?.rows ? t("none", { q: answer.q }) : t("failed")}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
