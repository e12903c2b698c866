"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PartBooks } from "./part-books";
import { PartTeacher } from "./part-teacher";
import type { PartDraft } from "./parts-draft";

type Option = { value: string; label: string };
export type PartChoices = {
  types: readonly Option[];
  rooms: readonly Option[];
  days: readonly { value: number; label: string }[];
};

type Props = {
  part: PartDraft;
  choices: PartChoices;
  onChange(part: Partial<PartDraft>): void;
  /** Missing where parts are neither added nor removed. */
  onRemove?(): void;
};

/** One part: kind, names and weight; what it needs while nobody has written its times; its textbooks. */
export function PartFields({ part, choices, onChange, onRemove }: Props) {
  const t = useTranslations("classEdit.parts");
  const taught = part.times.length > 0;
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)_7rem]">
        <Labelled label={t("type")}>
          {(id) => (
            <Select
              id={id}
              value={part.partType}
              onChange={(event) => onChange({ partType: event.target.value })}
            >
              <Options options={choices.types} />
            </Select>
          )}
        </Labelled>
        <Labelled label={t("name")}>
          {(id) => (
            <Input
              id={id}
              maxLength={80}
              value={part.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t("nameKm")}>
          {(id) => (
            <Input
              id={id}
              lang="km"
              maxLength={80}
              value={part.nameKm}
              onChange={(event) => onChange({ nameKm: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t("weight")}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              maxLength={5}
              className="tabular"
              value={part.weight}
              onChange={(event) => onChange({ weight: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <details className="group" open={part.id === null}>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="link">{t("needs")}</span>
          <span className={taught ? "tabular text-muted-foreground" : "text-warning"}>
            {taught ? part.times.join("; ") : t("noTimes")}
          </span>
          {part.fromTemplate && <Badge variant="outline">{t("fromTemplate")}</Badge>}
        </summary>
        <div className="mt-3 flex flex-col gap-3">
          <Days days={choices.days} chosen={part.weekdays} onChange={(weekdays) => onChange({ weekdays })} />
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]">
            <Labelled label={t("minutes")}>
              {(id) => (
                <Input
                  id={id}
                  inputMode="numeric"
                  maxLength={3}
                  value={part.minutes}
                  onChange={(event) => onChange({ minutes: event.target.value.replace(/\D/g, "") })}
                />
              )}
            </Labelled>
            <Labelled label={t("room")}>
              {(id) => (
                <Select
                  id={id}
                  value={part.roomNeed}
                  onChange={(event) => onChange({ roomNeed: event.target.value })}
                >
                  <option value="">{t("anyRoom")}</option>
                  <Options options={choices.rooms} />
                </Select>
              )}
            </Labelled>
            <PartTeacher teacher={part.teacher} onChange={(teacher) => onChange({ teacher })} />
          </div>
          <PartBooks books={part.textbooks} onChange={(textbooks) => onChange({ textbooks })} />
        </div>
      </details>
      {onRemove && (
        <div className="flex flex-wrap items-center justify-end gap-3">
          {taught && <p className="text-muted-foreground text-xs">{t("hasTimes")}</p>}
          <Button variant="ghost" size="sm" disabled={taught} onClick={onRemove}>
            {t("remove")}
            {part.name && <span className="sr-only">{part.name}</span>}
          </Button>
        </div>
      )}
    </div>
  );
}

export function Labelled({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-muted-foreground text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

function Days({
  days,
  chosen,
  onChange,
}: {
  days: PartChoices["days"];
  chosen: readonly number[];
  onChange(days: number[]): void;
}) {
  const t = useTranslations("classEdit.parts");
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-muted-foreground text-sm">{t("weekdays")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {days.map(({ value, label }) => (
          <label
            key={value}
            htmlFor={`${id}-${value}`}
            className="flex min-h-8 cursor-pointer items-center gap-2 text-sm"
          >
            <Checkbox
              id={`${id}-${value}`}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, value].sort((a, b) => a - b)
                    : chosen.filter((each) => each !== value),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
