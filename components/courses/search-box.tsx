"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { ControlProps } from "@/components/forms/field";
import { Input } from "@/components/ui/input";
import { useHits } from "./use-hits";

export type SearchProps<Hit> = {
  /** Id of the input; those of its list follow from it. */
  id: string;
  label: string;
  autoFocus?: boolean;
  control?: Pick<ControlProps, "aria-invalid" | "aria-describedby" | "aria-required">;
  onChoose(hit: Hit): void;
};

type Props<Hit> = SearchProps<Hit> & {
  path: `/api/${string}`;
  placeholder: string;
  none: string;
  keyOf(hit: Hit): string | number;
  /** What is not offered, such as what is chosen already. */
  offers?(hit: Hit): boolean;
  children(hit: Hit): ReactNode;
};

/** A box that finds something by what is typed; arrow keys and Enter choose, Escape empties. Needs "courses.picker". */
export function SearchBox<Hit>(props: Props<Hit>) {
  const { id, label, autoFocus, control, onChoose, path, placeholder, none, keyOf, offers, children } = props;
  const t = useTranslations("courses.picker");
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits: found, failed } = useHits<Hit>(path, text);
  const hits = found?.filter((hit) => offers?.(hit) ?? true) ?? null;
  const marked = hits?.[active];

  function choose(hit: Hit) {
    setText("");
    setActive(0);
    onChoose(hit);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && text) {
      event.stopPropagation();
      event.preventDefault();
      setText("");
    }
    // Enter in the box chooses; it never sends the form around it.
    if (event.key === "Enter") event.preventDefault();
    if (!hits || hits.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current) => (current + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && marked) choose(marked);
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
        aria-activedescendant={marked ? `${id}-${keyOf(marked)}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-hits`} role="listbox" aria-label={label} className={hits?.length ? "mt-1" : undefined}>
        {hits?.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox.
          <div
            key={keyOf(hit)}
            id={`${id}-${keyOf(hit)}`}
            role="option"
            aria-selected={index === active}
            className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1 text-sm aria-selected:bg-accent"
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            {children(hit)}
          </div>
        ))}
      </div>
      <p role="status" className="text-muted-foreground text-sm">
        {failed ? t("failed") : hits?.length === 0 ? none : null}
      </p>
    </div>
  );
}
