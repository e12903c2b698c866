"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { useFormState } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { PersonHit } from "@/lib/people/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { NameParts } from "@/lib/platform/i18n/names";

export type PersonChoice = { id: number; name: string; number: string | null };

/** Everybody on file, or who works here (whom also those may find who may not find people). */
type Source = "people" | "colleagues";
type Hit = NameParts & Pick<PersonHit, "personId" | "number" | "isTeacher">;

const PAUSE_MS = 120;

function addressOf(source: Source, q: string): string {
  if (source === "colleagues") return `/api/v1/organization/colleagues?${new URLSearchParams({ q })}`;
  return `/api/v1/people/search?${new URLSearchParams({ q, kind: "any", limit: "6" })}`;
}

/** People who fit what is typed; an older answer never replaces a newer one. */
function useHits(text: string, source: Source): { hits: Hit[] | null; failed: boolean } {
  const [state, setState] = useState<{ hits: Hit[] | null; failed: boolean }>({
    hits: null,
    failed: false,
  });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return setState({ hits: null, failed: false });
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(addressOf(source, wanted), { signal: abort.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { rows } = (await response.json()) as { rows: Hit[] };
        setState({ hits: rows, failed: false });
      } catch {
        if (!abort.signal.aborted) setState({ hits: null, failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, source]);
  return state;
}

type Props = {
  name: string;
  label: string;
  help?: string | undefined;
  chosen: PersonChoice | undefined;
  source?: Source;
};

/** Finds somebody on file by name or number and keeps the id in the form; arrow keys and Enter choose. */
export function PersonPicker({ name, label, help, chosen: before, source = "people" }: Props) {
  const t = useTranslations("personDetails.picker");
  const format = useFormat();
  const { setValue, clearErrors } = useFormContext();
  const { pending } = useFormState();
  const [chosen, setChosen] = useState(before);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits, failed } = useHits(text, source);

  function choose(hit: Hit) {
    setChosen({ id: hit.personId, name: format.name(hit), number: hit.number });
    setValue(name, String(hit.personId), { shouldDirty: true });
    clearErrors(name);
    setText("");
    setActive(0);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing || !hits || hits.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current) => (current + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = hits[active];
      if (hit) choose(hit);
    }
  }

  return (
    <Field name={name} label={label} help={chosen ? undefined : help}>
      {({ name: _name, ref: _ref, onChange: _change, onBlur: _blur, ...control }) =>
        chosen ? (
          <p className="flex flex-wrap items-center gap-2 rounded-md border bg-muted px-3 py-1.5 text-sm">
            <span className="font-medium">{chosen.name}</span>
            {chosen.number && <span className="tabular text-muted-foreground">{chosen.number}</span>}
            <Button
              variant="ghost"
              size="sm"
              className="ml-auto"
              disabled={pending}
              onClick={() => {
                setChosen(undefined);
                setValue(name, "");
              }}
            >
              {t("other")}
            </Button>
          </p>
        ) : (
          <div>
            <Input
              {...control}
              type="search"
              role="combobox"
              aria-expanded={hits !== null}
              aria-controls={`${control.id}-hits`}
              aria-activedescendant={hits?.[active] ? `${control.id}-${hits[active].personId}` : undefined}
              autoComplete="off"
              placeholder={t("placeholder")}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <div id={`${control.id}-hits`} role="listbox" aria-label={label} className="mt-1">
              {hits?.map((hit, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox.
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox.
                <div
                  key={hit.personId}
                  id={`${control.id}-${hit.personId}`}
                  role="option"
                  aria-selected={index === active}
                  className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-3 py-1 text-sm aria-selected:bg-accent"
                  onMouseMove={() => setActive(index)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(hit)}
                >
                  <span className="font-medium">{format.name(hit)}</span>
                  <span className="text-muted-foreground">{format.otherName(hit)}</span>
                  <span className="tabular ml-auto text-muted-foreground">
                    {hit.number ?? (hit.isTeacher ? t("teacher") : null)}
                  </span>
                </div>
              ))}
            </div>
            <p role="status" className="text-muted-foreground text-sm">
              {failed ? t("failed") : hits?.length === 0 ? t("none") : null}
            </p>
          </div>
        )
      }
    </Field>
  );
}
