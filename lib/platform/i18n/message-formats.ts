import type { Digits, Locale } from "./locales";

/**
 * Named formats for placeholders in messages. Khmer messages write `{count, number, digits}`, so that a number
 * inside a sentence follows the person's choice of digits as the numbers in tables do.
 */
export function messageFormats(locale: Locale, digits: Digits) {
  const khmer = locale === "km" && digits === "khmer";
  return {
    number: {
      // CLDR groups Khmer digits with a full stop, the tables group with a comma: without grouping they cannot differ.
      digits: khmer ? { numberingSystem: "khmr", useGrouping: false } : { numberingSystem: "latn" },
    },
  } as const;
}
