"use client";

import { type ReactNode, useId } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ImportOptions } from "@/lib/people/import/schemas";
import type { Choice } from "./columns-form";

export type OptionTexts = Record<
  | "optionsTitle"
  | "existing"
  | "existingReject"
  | "existingRejectHelp"
  | "existingUpdate"
  | "existingUpdateHelp"
  | "programme"
  | "programmeNone"
  | "startDate"
  | "studyTime"
  | "from"
  | "fromHelp",
  string
>;

/** The choices of a kind of list: of students, of records by number, of rows that hold from a day on. */
export type ListOptions = ImportOptions | Pick<ImportOptions, "existing"> | { from: string };
type Props = {
  options: ListOptions;
  onChange(options: ListOptions): void;
  programmes: Choice[];
  studyTimes: Choice[];
  texts: OptionTexts;
};

/** The choices that hold for every row of the list. */
export function OptionFields({ options, onChange, programmes, studyTimes, texts }: Props) {
  const base = useId();
  const set = (change: Partial<ImportOptions & { from: string }>) => onChange({ ...options, ...change });
  const ofStudents = "studyTime" in options ? options : null;
  const ways = [
    { value: "reject", label: texts.existingReject, help: texts.existingRejectHelp },
    { value: "update", label: texts.existingUpdate, help: texts.existingUpdateHelp },
  ] as const;
  return (
    <section className="rounded-lg border bg-card px-5 py-4">
      <h2 className="mb-3 font-semibold text-sm">{texts.optionsTitle}</h2>
      <div className="grid gap-4">
        {"from" in options && (
          <Labelled id={`${base}from`} label={texts.from}>
            <Input
              id={`${base}from`}
              type="date"
              required
              className="max-w-48"
              aria-describedby={`${base}fromHelp`}
              value={options.from}
              onChange={(event) => set({ from: event.target.value })}
            />
            <p id={`${base}fromHelp`} className="text-muted-foreground text-sm">
              {texts.fromHelp}
            </p>
          </Labelled>
        )}
        {"existing" in options && (
          <fieldset>
            <legend className="mb-1.5 font-medium text-sm">{texts.existing}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              {ways.map((way) => (
                <label
                  key={way.value}
                  className="flex cursor-pointer gap-2.5 rounded-md border px-3.5 py-2.5 text-sm has-checked:border-primary has-checked:bg-accent"
                >
                  <input
                    type="radio"
                    name={`${base}existing`}
                    className="mt-0.5 size-4 accent-primary"
                    checked={options.existing === way.value}
                    onChange={() => set({ existing: way.value })}
                  />
                  <span>
                    <span className="font-medium">{way.label}</span>
                    <span className="block text-muted-foreground">{way.help}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {ofStudents && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Labelled id={`${base}programme`} label={texts.programme}>
              <Select
                id={`${base}programme`}
                value={ofStudents.programme ?? ""}
                onChange={(event) => set({ programme: event.target.value || null })}
              >
                <option value="">{texts.programmeNone}</option>
                {programmes.map((programme) => (
                  <option key={programme.value} value={programme.value}>
                    {programme.label}
                  </option>
                ))}
              </Select>
            </Labelled>
            <Labelled id={`${base}time`} label={texts.studyTime}>
              <Select
                id={`${base}time`}
                value={ofStudents.studyTime}
                onChange={(event) => set({ studyTime: event.target.value as ImportOptions["studyTime"] })}
              >
                {studyTimes.map((time) => (
                  <option key={time.value} value={time.value}>
                    {time.label}
                  </option>
                ))}
              </Select>
            </Labelled>
            <Labelled id={`${base}start`} label={texts.startDate}>
              <Input
                id={`${base}start`}
                type="date"
                required
                value={ofStudents.startDate}
                onChange={(event) => set({ startDate: event.target.value })}
              />
            </Labelled>
          </div>
        )}
      </div>
    </section>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col justify-end gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children}
    </div>
  );
}
