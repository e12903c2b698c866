import { addDays, addMonths } from "@/lib/platform/dates/day";

/** What is taken (domain.md 2.1 StudentPhoto): bytes as sent, pixels as seen upright. */
export const PHOTO_BYTES_MAX = 5 * 1_048_576;
export const PHOTO_WIDTH_MIN = 160;
export const PHOTO_HEIGHT_MIN = 180;
/** More pixels than any telephone takes: a picture that unpacks to more is a bomb. */
export const PHOTO_PIXELS_MAX = 60_000_000;
export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;

/** How the part with 8 : 9 is chosen: where the eye goes first, which is a face, or the middle. */
export const PHOTO_CROPS = ["attention", "centre"] as const;
export type PhotoCrop = (typeof PHOTO_CROPS)[number];

/** Sizes kept, in pixels. */
export const PHOTO_SIZES = { full: [320, 360], thumb: [80, 90] } as const;
export type PhotoSize = keyof typeof PHOTO_SIZES;

/** Months for which a picture is good; a monk's looks change less (domain.md 2.2 Photos). */
const MONTHS = 6;
const MONTHS_OF_MONK = 12;
/** The last half of the month of reminders is urgent. */
const URGENT_DAYS = 15;

/** How pressing a new picture is; reminders go out once for each but `fresh`. */
export const PHOTO_STAGES = ["fresh", "gentle", "urgent", "overdue"] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];

/**
 * When a new picture is due and how pressing it is: reminders begin a month before, are urgent in the last 15 days,
 * and from the due day on it is overdue (domain.md 2.2 Photos).
 * @param takenOn and `today` are days, YYYY-MM-DD
 */
export function photoDue(
  takenOn: string,
  isMonk: boolean,
  today: string,
): { dueOn: string; stage: PhotoStage } {
  const months = isMonk ? MONTHS_OF_MONK : MONTHS;
  const dueOn = addMonths(takenOn, months);
  if (today >= dueOn) return { dueOn, stage: "overdue" };
  if (today >= addDays(dueOn, -URGENT_DAYS)) return { dueOn, stage: "urgent" };
  return { dueOn, stage: today >= addMonths(takenOn, months - 1) ? "gentle" : "fresh" };
}

/** The newest day on which a picture that is overdue today can have been taken. */
export function overdueSince(today: string, isMonk: boolean): string {
  // Ends of months: addMonths clips to the last day, so the day after may be due on the same day.
  let day = addMonths(today, -(isMonk ? MONTHS_OF_MONK : MONTHS));
  while (photoDue(addDays(day, 1), isMonk, today).stage === "overdue") day = addDays(day, 1);
  return day;
}

/** The number in the name of a file such as "00742.jpg", "742 SOK DARA.png" or "photos/00742_2.webp"; else null. */
export function numberInFileName(name: string): number | null {
  const base = name.replace(/^.*[\\/]/, "");
  const digits = base.match(/^\D?0*(\d{1,9})(?!\d)/)?.[1];
  return digits && Number(digits) > 0 ? Number(digits) : null;
}
