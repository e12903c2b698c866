"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { CellField } from "@/components/forms/cell-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PART_TYPES, ROOM_NEEDS } from "@/lib/curriculum/part-templates/part-types";
import type { Weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";

export type Book = { id: number; title: string };
type Props = { index: number; number: number; books: Book[]; onRemove(): void };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** One part of a template: names, share, kind, days, length, room, books. */
export function PartFields({ index, number, books, onRemove }: Props) {
  const t = useTranslations("partTemplates");
  const path = (field: string) => `parts.${index}.${field}`;
  const label = (field: Parameters<typeof t>[0]) => t("cell", { field: t(field), number });
  return (
    <fieldset className="grid gap-3 rounded-md border p-3">
      <legend className="px-1 font-medium text-sm">{t("part", { number })}</legend>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_5rem]">
        <Labelled text={t("fields.name")}>
          <CellField name={path("name")} label={label("fields.name")}>
            {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
          </CellField>
        </Labelled>
        <Labelled text={t("fields.nameKm")}>
          <CellField name={path("nameKm")} label={label("fields.nameKm")}>
            {(control) => <Input {...control} lang="km" maxLength={80} autoComplete="off" />}
          </CellField>
        </Labelled>
        <Labelled text={t("fields.percent")}>
          <CellField name={path("percent")} label={label("fields.percent")}>
            {(control) => <Input {...control} inputMode="decimal" maxLength={5} autoComplete="off" />}
          </CellField>
        </Labelled>
      </div>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_5rem]">
        <Labelled text={t("fields.partType")}>
          <CellField name={path("partType")} label={label("fields.partType")}>
            {(control) => (
              <Select {...control}>
                {PART_TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`types.${type}`)}
                  </option>
                ))}
              </Select>
            )}
          </CellField>
        </Labelled>
        <Labelled text={t("fields.roomNeed")}>
          <CellField name={path("roomNeed")} label={label("fields.roomNeed")}>
            {(control) => (
              <Select {...control}>
                <option value="">{t("anyRoom")}</option>
                {ROOM_NEEDS.map((need) => (
                  <option key={need} value={need}>
                    {t(`rooms.${need}`)}
                  </option>
                ))}
              </Select>
            )}
          </CellField>
        </Labelled>
        <Labelled text={t("fields.minutes")}>
          <CellField name={path("minutes")} label={label("fields.minutes")}>
            {(control) => <Input {...control} inputMode="numeric" maxLength={3} autoComplete="off" />}
          </CellField>
        </Labelled>
      </div>
      <Boxes
        name={path("weekdays")}
        title={t("fields.weekdays")}
        options={WEEKDAYS.map((day) => ({ id: day, day }))}
      />
      {books.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted-foreground">{t("fields.textbooks")}</summary>
          <Boxes name={path("textbookIds")} title={t("fields.textbooks")} options={books} long />
        </details>
      )}
      <div>
        <Button variant="ghost" size="sm" onClick={onRemove}>
          <Icon name="trash-2" />
          {t("removePart")}
          <span className="sr-only">{t("part", { number })}</span>
        </Button>
      </div>
    </fieldset>
  );
}

function Labelled({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <span aria-hidden className="text-muted-foreground text-xs">
        {text}
      </span>
      {children}
    </div>
  );
}

type Option = { id: number; title?: string; day?: Weekday };

/** Several of a list, as boxes: they are sent as one list of ids. */
function Boxes({
  name,
  title,
  options,
  long,
}: {
  name: string;
  title: string;
  options: Option[];
  long?: boolean;
}) {
  const format = useFormat();
  const { setValue } = useFormContext();
  const chosen = (useWatch({ name }) ?? []) as number[];
  return (
    <fieldset className={long ? "max-h-48 overflow-y-auto pt-2" : undefined}>
      <legend className={long ? "sr-only" : "mb-1 text-muted-foreground text-xs"}>{title}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(({ id, title: text, day }) => {
          const box = `${name.replaceAll(".", "-")}-${id}`;
          return (
            <label key={id} htmlFor={box} className="flex min-h-8 cursor-pointer items-center gap-2 text-sm">
              <Checkbox
                id={box}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setValue(
                    name,
                    event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
                    { shouldDirty: true },
                  )
                }
              />
              {day ? format.weekday(day, "short") : text}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
