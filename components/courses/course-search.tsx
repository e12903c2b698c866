"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import type { ControlProps } from "@/components/forms/field";
import { Input } from "@/components/ui/input";
import type { CourseChoice } from "@/lib/curriculum/courses/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { useCourseHits } from "./use-course-hits";

type Props = {
  /** Id of the input; those of its list follow from it. */
  id: string;
  label: string;
  /** Codes that are not offered, such as what is chosen already. */
  without?: readonly string[];
  autoFocus?: boolean;
  control?: Pick<ControlProps, "aria-invalid" | "aria-describedby" | "aria-required">;
  onChoose(choice: CourseChoice): void;
};

/** The box that finds a course by code or title in either language; arrow keys and Enter choose. Needs "courses.picker". */
export function CourseSearch({ id, label, without = [], autoFocus, control, onChoose }: Props) {
  const t = useTranslations("courses.picker");
  const format = useFormat();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits: found, failed } = useCourseHits(text);
  const hits = found?.filter(({ code }) => !without.includes(code)) ?? null;

  function choose(hit: CourseChoice) {
    setText("");
    setActive(0);
    onChoose(hit);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && text) {
      event.stopPropagation();
      setText("");
    }
    // Enter in the box chooses; it never sends the form around it.
    if (event.key === "Enter") event.preventDefault();
    if (!hits || hits.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current) => (current + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      const hit = hits[active];
      if (hit) choose(hit);
    }
  }

  return (
    <div className="min-w-0">
      <Input
        {...control}
        id={id}
        type="search"
        role="combobox"
        aria-label={control ? undefined : label}
        aria-expanded={hits !== null && hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits?.[active] ? `${id}-${hits[active].code}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={t("placeholder")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-hits`} role="listbox" aria-label={label} className="mt-1">
        {hits?.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox.
          <div
            key={hit.code}
            id={`${id}-${hit.code}`}
            role="option"
            aria-selected={index === active}
            className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1 text-sm aria-selected:bg-accent"
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <span className="tabular shrink-0 font-medium">{hit.code}</span>
            <span className="min-w-0 wrap-anywhere text-muted-foreground">
              {format.words({ en: hit.title, km: hit.titleKm ?? hit.title })}
            </span>
            <span className="tabular ml-auto shrink-0 text-muted-foreground">
              {t("credits", { credits: hit.credits })}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="text-muted-foreground text-sm">
        {failed ? t("failed") : hits?.length === 0 ? t("none") : null}
      </p>
    </div>
  );
}
