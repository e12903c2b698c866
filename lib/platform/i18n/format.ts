import { campusDay, campusMinutes } from "@/lib/platform/dates/campus";
import { type Day, isDay, type Weekday, weekday } from "@/lib/platform/dates/day";
import { months, weekdays, weekdaysShort } from "./calendar-names";
import type { Digits, Locale } from "./locales";

/** How people, days, numbers and money are written. Isomorphic, the same text on server and client. */

export type DateStyle = "short" | "long" | "numeric" | "weekday";
export type Currency = "USD" | "KHR";

const KHMER_ZERO = 0x17e0;

/** Turns 0–9 into Khmer digits when the person chose them; anything else stays. */
export function withDigits(text: string, locale: Locale, digits: Digits): string {
  if (locale !== "km" || digits !== "khmer") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}

function dayText(day: Day, locale: Locale, style: DateStyle): string {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  const name = months[locale][month - 1] ?? "";
  if (style === "numeric") return `${day.slice(8)}/${day.slice(5, 7)}/${year}`;
  if (locale === "km") {
    if (style === "short") return `${date} ${name} ${year}`;
    const full = `ទី${date} ខែ${name} ឆ្នាំ${year}`;
    return style === "weekday" ? `${weekdays.km[weekday(day) - 1]} ${full}` : `ថ្ងៃ${full}`;
  }
  if (style === "short") return `${date} ${name.slice(0, 3)} ${year}`;
  const full = `${date} ${name} ${year}`;
  return style === "weekday" ? `${weekdays.en[weekday(day) - 1]}, ${full}` : full;
}

/**
 * A day (YYYY-MM-DD) or an instant (ISO text), day month year: "24 Nov 2026", long "24 November 2026",
 * numeric "24/11/2026", weekday "Tuesday, 24 November 2026". Instants count in the campus zone.
 */
export function formatDate(
  value: string,
  locale: Locale,
  digits: Digits = "western",
  style: DateStyle = "short",
): string {
  const day = isDay(value) ? value : campusDay(value);
  return withDigits(dayText(day, locale, style), locale, digits);
}

/** Two days as short as they can be read: "3–9 Nov 2026", "28 Nov – 4 Dec 2026". */
export function formatDateRange(from: Day, to: Day, locale: Locale, digits: Digits = "western"): string {
  if (from === to) return formatDate(from, locale, digits);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const end = dayText(to, locale, "short");
  let start = dayText(from, locale, "short");
  if (sameYear) start = start.slice(0, -5);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const text = sameMonth ? `${Number(from.slice(8))}–${end}` : `${start} – ${end}`;
  return withDigits(text, locale, digits);
}

/** A clock time, 24 hours: "07:30". Takes minutes since midnight or an instant (campus zone). */
export function formatTime(value: number | string, locale: Locale, digits: Digits = "western"): string {
  const minutes = typeof value === "number" ? value : campusMinutes(value);
  const text = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return withDigits(text, locale, digits);
}

/** "17:30–19:00", from minutes since midnight. */
export function formatTimeRange(from: number, to: number, locale: Locale, digits: Digits = "western") {
  return `${formatTime(from, locale, digits)}–${formatTime(to, locale, digits)}`;
}

/** "24 Nov 2026, 17:05" of an instant, in the campus zone. */
export function formatDateTime(instant: string, locale: Locale, digits: Digits = "western"): string {
  return `${formatDate(campusDay(instant), locale, digits)}, ${formatTime(instant, locale, digits)}`;
}

/** Name of a weekday, 1 Monday … 7 Sunday. */
export function formatWeekday(day: Weekday, locale: Locale, style: "short" | "long" = "long"): string {
  return (style === "short" ? weekdaysShort : weekdays)[locale][day - 1] ?? "";
}

/** "November 2026" of any day of the month. */
export function formatMonth(day: Day, locale: Locale, digits: Digits = "western"): string {
  return withDigits(`${months[locale][Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`, locale, digits);
}

const RELATIVE: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** "3 hours ago", "in 2 days"; a date from a month on. `now` is passed in, so that text can be tested. */
export function formatRelative(
  instant: string,
  now: Date,
  locale: Locale,
  digits: Digits = "western",
): string {
  const seconds = Math.round((Date.parse(instant) - now.getTime()) / 1000);
  if (Math.abs(seconds) >= 30 * 86_400) return formatDate(instant, locale, digits);
  const format = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { numeric: "auto" });
  const [unit, size] = RELATIVE.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  // Within a minute "now" is truer than a number that is old when it is read.
  const amount = unit === "second" ? 0 : Math.trunc(seconds / size);
  return withDigits(format.format(amount, unit).replace(/\u200b/g, ""), locale, digits);
}

/** "18,000", "3.25". `decimals` fixes the number of places (rounded half up by magnitude); without it none are added. */
export function formatNumber(
  value: number | string,
  locale: Locale,
  digits: Digits = "western",
  decimals?: number,
): string {
  const text = decimals === undefined ? String(value) : roundText(String(value), decimals);
  return withDigits(group(text), locale, digits);
}

/** "87.5 %": in both languages the sign follows after a space that does not break. */
export function formatPercent(value: number | string, locale: Locale, digits: Digits = "western"): string {
  return `${formatNumber(value, locale, digits)}\u00a0%`;
}

/** Money from its decimal text: USD "$1,234.50" (two places), KHR "410,000 ៛" (none). Negative: "−$5.00". */
export function formatMoney(
  amount: string,
  currency: Currency,
  locale: Locale,
  digits: Digits = "western",
): string {
  const rounded = roundText(amount, currency === "USD" ? 2 : 0);
  const negative = rounded.startsWith("-");
  const figures = group(negative ? rounded.slice(1) : rounded);
  const text = currency === "USD" ? `$${figures}` : `${figures}\u00a0៛`;
  return withDigits(negative ? `\u2212${text}` : text, locale, digits);
}

/** Commas between groups of three in the whole part. */
function group(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Decimal text rounded half up (by magnitude) without going through floating point. */
function roundText(text: string, places: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!parts) throw new RangeError(`Not a decimal number: ${JSON.stringify(text)}`);
  const [, sign = "", whole = "0", fraction = ""] = parts;
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  const scaled = kept + ((fraction[places] ?? "0") >= "5" ? 1n : 0n);
  const figures = String(scaled).padStart(places + 1, "0");
  const minus = scaled === 0n ? "" : sign;
  if (places === 0) return minus + figures;
  return `${minus}${figures.slice(0, -places)}.${figures.slice(-places)}`;
}
