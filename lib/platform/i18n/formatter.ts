import type { Day, Weekday } from "@/lib/platform/dates/day";
import * as format from "./format";
import type { Digits, Locale } from "./locales";
import { type Bilingual, type NameParts, otherScriptName, personName, studentNumber } from "./names";

/** The functions of format.ts with one person's language and digits filled in. */
export function formatter(locale: Locale, digits: Digits) {
  return {
    locale,
    digits,
    date: (value: string, style?: format.DateStyle) => format.formatDate(value, locale, digits, style),
    dateRange: (from: Day, to: Day) => format.formatDateRange(from, to, locale, digits),
    time: (value: number | string) => format.formatTime(value, locale, digits),
    timeRange: (from: number, to: number) => format.formatTimeRange(from, to, locale, digits),
    dateTime: (instant: string) => format.formatDateTime(instant, locale, digits),
    weekday: (day: Weekday, style?: "short" | "long") => format.formatWeekday(day, locale, style),
    month: (day: Day) => format.formatMonth(day, locale, digits),
    relative: (instant: string, now: Date) => format.formatRelative(instant, now, locale, digits),
    number: (value: number | string, decimals?: number) =>
      format.formatNumber(value, locale, digits, decimals),
    percent: (value: number | string) => format.formatPercent(value, locale, digits),
    money: (amount: string, currency: format.Currency = "USD") =>
      format.formatMoney(amount, currency, locale, digits),
    name: (name: NameParts) => personName(name, locale),
    otherName: (name: NameParts) => otherScriptName(name, locale),
    studentNumber,
    /** A name kept in both languages; the Khmer one shows the digits that the person chose. */
    words: (name: Bilingual) => format.withDigits(name[locale], locale, digits),
    digitsIn: (text: string) => format.withDigits(text, locale, digits),
  };
}

export type Formatter = ReturnType<typeof formatter>;
