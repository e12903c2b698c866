"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { checkImport } from "@/lib/operations/import-actions";
import { type Mapping, missingFields } from "@/lib/people/imports/define";
import { type ListOptions, OptionFields, type OptionTexts } from "./option-fields";

export type FileColumn = { place: number; heading: string; examples: string[] };
export type Choice = { value: string; label: string };

type Texts = OptionTexts &
  Record<
    | "title"
    | "intro"
    | "column"
    | "examples"
    | "meaning"
    | "unused"
    | "missing"
    | "twice"
    | "used"
    | "submit",
    string
  >;

/** \u0001 in a text stands for a field or a number. */
type Props = {
  id: number;
  version: number;
  columns: FileColumn[];
  fields: Choice[];
  /** Sets of fields of which one is needed as a whole. */
  needed: readonly (readonly string[])[];
  path: string;
  mapping: Mapping;
  /** Choices for the whole list: those of students, whether known ones are changed, from which day it holds, or none. */
  options: ListOptions | null;
  programmes: Choice[];
  studyTimes: Choice[];
  texts: Texts;
};

/** Which field each column holds, `""` for none. */
type Meanings = Record<number, string>;

function meaningsOf(columns: FileColumn[], mapping: Mapping): Meanings {
  const fieldAt = new Map(Object.entries(mapping).map(([field, place]) => [place, field]));
  return Object.fromEntries(columns.map(({ place }) => [place, fieldAt.get(place) ?? ""]));
}

function mappingOf(meanings: Meanings): Mapping {
  const used = Object.entries(meanings).filter(([, field]) => field !== "");
  return Object.fromEntries(used.map(([place, field]) => [field, Number(place)]));
}

/** The columns of the file, each with its first values and what it means; then the choices for the whole list. */
export function ColumnsForm(props: Props) {
  const { id, version, columns, fields, texts } = props;
  const router = useRouter();
  const [meanings, setMeanings] = useState(() => meaningsOf(columns, props.mapping));
  const [options, setOptions] = useState(props.options);
  const { run, pending } = useAction(checkImport, {
    // From a checked list one comes here with ?step=columns; from a new one the address stays and the page is read anew.
    onSuccess: () => (window.location.search ? router.push(`${props.path}/${id}`) : router.refresh()),
  });

  const chosen = Object.values(meanings).filter((field) => field !== "");
  const twice = chosen.find((field, place) => chosen.indexOf(field) !== place);
  const incomplete = missingFields(props.needed, mappingOf(meanings)).length > 0;
  const problem = twice
    ? texts.twice.replace("\u0001", fields.find(({ value }) => value === twice)?.label ?? twice)
    : incomplete
      ? texts.missing
      : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!problem)
      void run({
        id,
        version,
        mapping: mappingOf(meanings) as Record<string, number>,
        options: { ...options },
      });
  }

  return (
    <form onSubmit={submit} className="grid gap-stack">
      <section className="overflow-hidden rounded-lg border bg-card">
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b px-5 py-3">
          <div>
            <h2 className="font-semibold text-sm">{texts.title}</h2>
            <p className="text-muted-foreground text-sm">{texts.intro}</p>
          </div>
          <p className="tabular text-muted-foreground text-sm">
            {texts.used.replace("\u0001", String(chosen.length))}
          </p>
        </header>
        <ul className="divide-y">
          {columns.map((column) => (
            <li
              key={column.place}
              className="grid gap-x-6 gap-y-2 px-5 py-2.5 sm:grid-cols-[1fr_16rem] sm:items-center"
            >
              <div className="min-w-0">
                <p className="truncate font-medium text-sm" title={column.heading}>
                  {column.heading}
                </p>
                <p className="truncate text-muted-foreground text-sm">{column.examples.join(" · ") || "—"}</p>
              </div>
              <Select
                aria-label={`${texts.meaning}: ${column.heading}`}
                value={meanings[column.place]}
                aria-invalid={twice !== undefined && meanings[column.place] === twice ? true : undefined}
                onChange={(event) =>
                  setMeanings({ ...meanings, [column.place]: event.target.value as string })
                }
              >
                <option value="">{texts.unused}</option>
                {fields.map((field) => (
                  <option key={field.value} value={field.value}>
                    {field.label}
                  </option>
                ))}
              </Select>
            </li>
          ))}
        </ul>
      </section>
      {options && (
        <OptionFields
          options={options}
          onChange={setOptions}
          programmes={props.programmes}
          studyTimes={props.studyTimes}
          texts={texts}
        />
      )}
      {problem ? <Alert variant="warning">{problem}</Alert> : null}
      <div>
        <Button type="submit" pending={pending} disabled={problem !== null}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
