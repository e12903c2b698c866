import { studentNumber } from "@/lib/platform/i18n/names";

/**
 * What the QR code of an ID card holds: `NAGA:00742:35`, the student number as printed and two check digits (ISO 7064,
 * MOD 97-10). A reader sees at once whether it read right; a card is proved by looking its number up, not by its code,
 * since whoever knows the rule could print one.
 */
const PATTERN = /^NAGA:(\d{5,10}):(\d{2})$/;

/** The text of the code of a card. */
export function cardCode(number: number): string {
  const label = studentNumber(number);
  return `NAGA:${label}:${checkDigits(label)}`;
}

/** The student number of a code that was read; null for anything else and for one whose check digits do not fit. @public */
export function readCardCode(text: string): number | null {
  const [, label = "", digits] = PATTERN.exec(text.trim()) ?? [];
  return digits !== undefined && checkDigits(label) === digits ? Number(label) : null;
}

function checkDigits(label: string): string {
  let rest = 0;
  for (const digit of `${label}00`) rest = (rest * 10 + Number(digit)) % 97;
  return String(98 - rest).padStart(2, "0");
}
