import type { getTranslations } from "next-intl/server";
import type { ChangeField, Changes, Value } from "@/lib/people/change-requests/rules";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { isDay } from "@/lib/platform/dates/day";
import { countryName } from "@/lib/platform/i18n/country-name";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { Formatter } from "@/lib/platform/i18n/formatter";

export type RequestWords = {
  t: Awaited<ReturnType<typeof getTranslations<"changeRequests">>>;
  details: Awaited<ReturnType<typeof getTranslations<"personDetails">>>;
  format: Formatter;
};

/** A value of a request as people read it; null where there is nothing. */
export function valueText(
  field: ChangeField,
  value: Value,
  { details, format }: RequestWords,
): string | null {
  if (value === null || value === "") return null;
  if (field === "birthProvince")
    return BIRTH_PROVINCES.find((province) => province.code === value)?.[format.locale] ?? value;
  if (field === "kind") return loose(details)(`paperKind.${value}`);
  if (field === "country") return countryName(value, format.locale);
  return isDay(value) ? format.date(value) : value;
}

export type ChangeText = { field: ChangeField; label: string; from: string | null; to: string | null };

/** What a request changes, in words, in the order of the fields. */
export function changeTexts(changes: Changes, words: RequestWords): ChangeText[] {
  return (Object.keys(changes) as ChangeField[]).flatMap((field) => {
    const change = changes[field];
    if (!change) return [];
    return [
      {
        field,
        label: words.t(`fields.${field}`),
        from: valueText(field, change.from, words),
        to: valueText(field, change.to, words),
      },
    ];
  });
}
