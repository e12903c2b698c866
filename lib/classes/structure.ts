import type { ClassTemplate } from "@/lib/curriculum/part-templates/find-template";
import type { Weekday } from "@/lib/platform/dates/day";
import type { RoomType } from "@/lib/platform/db/generated/enums";

/** A part as it is planned, before or after it is on file. Weights are decimal text of three places, "0.400". */
export type PartPlan = {
  code: number;
  partType: string;
  name: string;
  nameKm: string;
  weight: string;
  /** What it needs while nobody has written its times: weekdays, minutes of a meeting, kind of room, teacher. */
  weekdays: Weekday[];
  minutes: number | null;
  roomNeed: RoomType | null;
  wantedTeacherId: number | null;
  /** The part of a template that it comes from. */
  templateId: number | null;
  textbookIds: number[];
};

/** A session with its parts. */
export type SessionPlan = {
  number: number;
  name: string;
  nameKm: string;
  weight: string;
  parts: PartPlan[];
};

/** A weight in thousandths, so that sums are exact. @throws RangeError when it is no decimal text */
export function thousandths(weight: string): number {
  if (!/^\d(\.\d{1,3})?$/.test(weight)) throw new RangeError(`no weight: ${weight}`);
  const [whole = "0", fraction = ""] = weight.split(".");
  return Number(whole) * 1000 + Number(fraction.padEnd(3, "0"));
}

/** Thousandths as decimal text of three places. */
export function weightText(thousandth: number): string {
  return (thousandth / 1000).toFixed(3);
}

/** The sum of weights, in thousandths. */
export function weightSum(weights: readonly string[]): number {
  return weights.reduce((sum, each) => sum + thousandths(each), 0);
}

/** Whether weights make 1, give or take a thousandth (domain.md 4.1). */
export function weighsOne(weights: readonly string[]): boolean {
  return Math.abs(weightSum(weights) - 1000) <= 1;
}

/** Equal weights that make exactly 1: the last takes what the division leaves. */
export function evenWeights(count: number): string[] {
  const each = Math.floor(1000 / count);
  return Array.from({ length: count }, (_, index) =>
    weightText(index === count - 1 ? 1000 - each * (count - 1) : each),
  );
}

/** What is wrong with a plan: a code of the messages `errors` with its values, and the session or part it is about. */
export type StructureFault = {
  code:
    | "classes.sessions_count"
    | "classes.session_weights"
    | "classes.session_without_part"
    | "classes.part_weights"
    | "classes.part_code_twice";
  params: Record<string, string | number>;
  session?: number;
};

/**
 * What keeps a plan from being a class: the number of sessions that its template asks for (two of a half in IEAP, one
 * of everything elsewhere), at least one part a session, parts of a session that weigh 1 together (domain.md 4.1).
 */
export function structureFaults(sessions: readonly SessionPlan[], expected: number): StructureFault[] {
  const faults: StructureFault[] = [];
  if (sessions.length !== expected)
    faults.push({ code: "classes.sessions_count", params: { expected, found: sessions.length } });
  const even = evenWeights(Math.max(expected, 1));
  const equal = sessions.every(({ weight }) =>
    even.some((each) => Math.abs(thousandths(each) - thousandths(weight)) <= 1),
  );
  if (sessions.length === expected && !(equal && weighsOne(sessions.map(({ weight }) => weight))))
    faults.push({ code: "classes.session_weights", params: { expected, share: even[0] ?? "1.000" } });
  for (const { number, parts } of sessions) {
    if (parts.length === 0) {
      faults.push({ code: "classes.session_without_part", params: { session: number }, session: number });
      continue;
    }
    const weights = parts.map(({ weight }) => weight);
    if (!weighsOne(weights))
      faults.push({
        code: "classes.part_weights",
        params: { session: number, sum: weightText(weightSum(weights)) },
        session: number,
      });
    const twice = parts.find(({ code }, index) => parts.findIndex((each) => each.code === code) !== index);
    if (twice)
      faults.push({
        code: "classes.part_code_twice",
        params: { session: number, part: twice.code },
        session: number,
      });
  }
  return faults;
}

/** The sessions and parts that a template gives (domain.md 4.3). */
export function sessionsFrom(template: Exclude<ClassTemplate, { kind: "missing" }>): SessionPlan[] {
  const weights = evenWeights(template.sessions);
  return weights.map((weight, index) => ({
    number: index + 1,
    name: `Session ${index + 1}`,
    nameKm: `វគ្គទី${index + 1}`,
    weight,
    parts: template.parts
      .filter(({ session }) => session === index + 1)
      .map((part) => ({
        code: part.code,
        partType: part.partType,
        name: part.name,
        nameKm: part.nameKm,
        weight: part.weight,
        weekdays: part.weekdays,
        minutes: part.minutes,
        roomNeed: part.roomNeed,
        wantedTeacherId: null,
        templateId: part.id,
        textbookIds: part.textbookIds,
      })),
  }));
}
