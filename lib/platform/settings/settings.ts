import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/db/pool";
import { networkList } from "@/lib/platform/security/networks";

/** Times of a day as people write them, "08:00", each later than the one before. */
const clockTimes = z
  .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
  .min(2)
  .max(20)
  .refine((times) => times.every((time, index) => index === 0 || (times[index - 1] ?? "") < time));

/**
 * Every setting with its schema and its default (domain.md 0.2: the university can change them without a release).
 * A row in the database with a date takes the place of the default from that day on.
 */
export const SETTINGS = {
  /** Stops every write at once; the site stays readable and says so (operations.md 7). */
  "operations.read_only": { schema: z.boolean(), byDefault: false, source: "operations.md 7" },
  /** Networks of the campus: a session from there is shown as "on campus". */
  "security.campus_networks": {
    schema: networkList,
    byDefault: [] as string[],
    source: "operations.md 6",
  },
  /** What stands at the head of letters, lists and ID cards; the second line may be empty. */
  "documents.letterhead": {
    schema: z.strictObject({
      name: z.string().min(1).max(80),
      nameKm: z.string().min(1).max(80),
      address: z.string().max(160),
      addressKm: z.string().max(160),
    }),
    byDefault: {
      name: "Naga University",
      nameKm: "សាកលវិទ្យាល័យ នាគ",
      address: "Phnom Penh, Cambodia",
      addressKm: "រាជធានីភ្នំពេញ ព្រះរាជាណាចក្រកម្ពុជា",
    },
    source: "domain.md 10.2",
  },
  /** How long it is kept who opened whose record, in months. */
  "access_log.keep_months": {
    schema: z.int().min(6).max(120),
    byDefault: 24,
    source: "operations.md 6",
  },
  /** How long what is over is kept, in months; a nightly job removes it (lib/platform/retention). */
  "retention.photo_months": {
    schema: z.int().min(1).max(120),
    byDefault: 12,
    source: "domain.md 0.2 row 18",
  },
  "retention.applicant_months": {
    schema: z.int().min(6).max(120),
    byDefault: 24,
    source: "domain.md 0.2 row 18",
  },
  "retention.sign_in_months": { schema: z.int().min(6).max(120), byDefault: 12, source: "operations.md 6" },
  "retention.session_months": { schema: z.int().min(1).max(120), byDefault: 12, source: "operations.md 6" },
  /** Days for which a file of everything held about a person can be fetched. */
  "people.own_data_days": { schema: z.int().min(1).max(60), byDefault: 7, source: "domain.md 2.3" },
  /** How often the same course may be attempted before an override is needed. */
  "registration.max_attempts": {
    schema: z.int().min(1).max(10),
    byDefault: 3,
    source: "domain.md 0.2 row 5",
  },
  /** Courses and credits a term may hold, and the same from the GPA that allows more. */
  "registration.load": {
    schema: z.strictObject({
      courses: z.int().min(1),
      credits: z.int().min(1),
      highGpa: z.number().min(0).max(4),
      highCourses: z.int().min(1),
      highCredits: z.int().min(1),
    }),
    byDefault: { courses: 3, credits: 9, highGpa: 3.5, highCourses: 5, highCredits: 15 },
    source: "domain.md 0.2 row 27",
  },
  /** Hours an offered seat stays reserved. */
  "registration.offer_hours": {
    schema: z.int().min(1).max(168),
    byDefault: 24,
    source: "domain.md 0.2 row 12",
  },
  /** A prerequisite that is being taken and has no result yet: refused (5.2 asks for a completed one), or a warning. */
  "registration.prerequisite_in_progress": {
    schema: z.enum(["refuse", "warn"]),
    byDefault: "refuse",
    source: "domain.md 5.2",
  },
  /** Share of a dropped class that goes back: all until the drop deadline, then `percent` for `days`, then nothing. */
  "registration.refund": {
    schema: z.strictObject({ percent: z.int().min(0).max(100), days: z.int().min(0).max(365) }),
    byDefault: { percent: 50, days: 14 },
    source: "domain.md 0.2 row 8",
  },
  /** Days that one leave of absence may last. */
  "studies.leave_max_days": {
    schema: z.int().min(1).max(1826),
    byDefault: 366,
    source: "domain.md 0.2 row 12",
  },
  /** Days after the end of a term in which its teachers still see telephone numbers, and the rosters themselves. */
  "classes.teacher_days": {
    schema: z.strictObject({ contacts: z.int().min(0).max(3650), rosters: z.int().min(0).max(3650) }),
    byDefault: { contacts: 30, rosters: 365 },
    source: "domain.md 2.3",
  },
  /** Up to how many students each price tier of a reading class reaches; beyond the third it is a class like any other. */
  "classes.reading_tiers": {
    schema: z
      .strictObject({ first: z.int().min(1), second: z.int().min(2), third: z.int().min(3).max(100) })
      .refine(({ first, second, third }) => first < second && second < third),
    byDefault: { first: 2, second: 5, third: 15 },
    source: "domain.md 4.1",
  },
  /**
   * When lessons may begin in each time of day, in their order, and at last when they have to be over. Saturday and Sunday
   * have times of their own.
   */
  "classes.study_times": {
    schema: z.strictObject({
      morning: clockTimes,
      afternoon: clockTimes,
      evening: clockTimes,
      night: clockTimes,
      weekendMorning: clockTimes,
      weekendAfternoon: clockTimes,
      weekendEvening: clockTimes,
    }),
    byDefault: {
      morning: ["08:00", "09:40", "11:40"],
      afternoon: ["14:00", "15:40", "17:30"],
      evening: ["17:30", "19:10", "21:30"],
      night: ["19:10", "21:30"],
      weekendMorning: ["08:00", "09:40", "11:40"],
      weekendAfternoon: ["13:30", "15:10", "16:50"],
      weekendEvening: ["17:00", "18:40", "20:20"],
    },
    source: "domain.md 1.3",
  },
  /** GPA from which each academic standing begins, and the graded credits from which there is one. */
  "record.standing": {
    schema: z.strictObject({
      deansList: z.number().min(0).max(4),
      good: z.number().min(0).max(4),
      probation: z.number().min(0).max(4),
      suspension: z.number().min(0).max(4),
      fromCredits: z.int().min(0),
    }),
    byDefault: { deansList: 3.5, good: 2, probation: 1.5, suspension: 1, fromCredits: 12 },
    source: "domain.md 0.2 row 21",
  },
} as const satisfies Record<string, { schema: z.ZodType; byDefault: unknown; source: string }>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]["schema"]>;

type Row = { key: string; value: unknown; valid_from: string };

/**
 * The value of a setting on a day (YYYY-MM-DD): the newest row not after it, else the default.
 * Asks nobody: a rule in force names no person, and every part of the system follows it. Who changed it and when is
 * `listSettings`, which asks.
 * @throws ZodError when the stored value does not fit its schema: a wrong rule must not pass silently.
 */
export async function settingOn<K extends SettingKey>(key: K, day: string): Promise<SettingValue<K>> {
  const rows = await query<Row>(
    "platform.setting-on",
    `SELECT key, value, valid_from FROM setting WHERE key = $1 AND valid_from <= $2::date
      ORDER BY valid_from DESC LIMIT 1`,
    [key, day],
  );
  const definition = SETTINGS[key];
  const stored = rows[0];
  return (stored ? definition.schema.parse(stored.value) : definition.byDefault) as SettingValue<K>;
}
