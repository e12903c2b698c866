import "server-only";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Requisite, RequisiteKind } from "../../requisites";
import { type Edge, findCircle, requisiteEdge } from "../circles";
import { courseOnDay } from "../course-choice";

export type RequisiteGroup = { kind: RequisiteKind; courses: { code: string; minimumLetter: string }[] };
/** A requisite of any course, with the course that asks and the days on which it holds. */
export type LiveRequisite = Requisite & {
  version: number;
  course: string;
  validFrom: Day;
  validTo: Day | null;
};

/** What holds on a day or begins later, of all courses: a circle may run through any of them. */
export async function liveRequisites(tx: Tx, from: Day): Promise<LiveRequisite[]> {
  return tx.$queryRaw<LiveRequisite[]>`
    SELECT p.id, p.version, o.code AS course, r.code, p.kind::text AS kind, p.group_number AS "group",
           p.minimum_letter AS "minimumLetter", p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo"
      FROM course_prerequisite p JOIN course o ON o.id = p.course_id JOIN course r ON r.id = p.required_course_id
     WHERE p.valid_to IS NULL OR p.valid_to > ${from}::date`;
}

/** Nobody else changes requisites until the transaction ends: the lock of the trigger, taken before the look. */
export async function lockRequisites(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('course_requisites_hold'))`;
}

/**
 * Makes what a course asks for, from a day on, what the groups say: groups that are the same stay as they are, the
 * others end the day before, and new ones begin. What begins after that day is replaced too. Refuses before it writes.
 * @returns whether anything changed
 * @throws AppError refused `curriculum.requisite_cycle_path` with the way round; invalid `…requisite_itself`,
 *   `…requisite_twice`; not_found `…course_not_on_day`
 */
export async function replaceRequisites(
  tx: Tx,
  code: string,
  from: Day,
  groups: readonly RequisiteGroup[],
): Promise<boolean> {
  checkGroups(code, groups);
  await lockRequisites(tx);
  const course = await courseOnDay(tx, code, from);
  const rows = await liveRequisites(tx, from);
  const own = rows.filter((row) => row.course === code);
  const kept = keptGroups(own, groups, from);
  const fresh = groups.filter((each) => !kept.has(each));
  const ids = new Map<string, number>();
  for (const each of fresh.flatMap(({ courses }) => courses))
    ids.set(each.code, (await courseOnDay(tx, each.code, from)).id);
  refuseCircle(code, groups, from, rows);
  const keeps = new Set(kept.values());
  const leaving = own.filter((row) => !keeps.has(row.group) || row.validFrom > from);
  const begun = leaving.filter((row) => row.validFrom < from).map((row) => row.id);
  const never = leaving.filter((row) => row.validFrom >= from).map((row) => row.id);
  if (never.length > 0) await tx.coursePrerequisite.deleteMany({ where: { id: { in: never } } });
  if (begun.length > 0)
    await tx.coursePrerequisite.updateMany({
      where: { id: { in: begun } },
      data: { validTo: dayToDb(from), version: { increment: 1 } },
    });
  const free = freeNumbers(keeps);
  for (const group of fresh) {
    const groupNumber = free.next().value;
    for (const each of group.courses) {
      await tx.coursePrerequisite.create({
        data: {
          courseId: course.id,
          requiredCourseId: ids.get(each.code) ?? 0,
          kind: group.kind,
          groupNumber,
          minimumLetter: each.minimumLetter,
          validFrom: dayToDb(from),
        },
      });
    }
  }
  return leaving.length + fresh.length > 0;
}

/** A course stands once, and not for itself. */
function checkGroups(code: string, groups: readonly RequisiteGroup[]): void {
  const codes = groups.flatMap((group) => group.courses.map((each) => each.code));
  if (codes.includes(code)) throw new AppError("invalid", "curriculum.requisite_itself");
  const twice = codes.find((each, place) => codes.indexOf(each) !== place);
  if (twice) throw new AppError("invalid", "curriculum.requisite_twice", { params: { course: twice } });
}

/** The way round is named, so that people see which course of theirs asks for this one already. */
function refuseCircle(
  code: string,
  groups: readonly RequisiteGroup[],
  from: Day,
  rows: readonly LiveRequisite[],
): void {
  const others: Edge[] = rows.filter((row) => row.course !== code).map(requisiteEdge);
  const wanted = groups.flatMap(({ kind, courses }) =>
    courses.map((each) =>
      requisiteEdge({ course: code, code: each.code, kind, validFrom: from, validTo: null }),
    ),
  );
  const circle = findCircle(code, [...others, ...wanted], true);
  if (!circle) return;
  throw new AppError("refused", "curriculum.requisite_cycle_path", { params: { path: circle.join(" → ") } });
}

const wording = (kind: RequisiteKind, courses: readonly { code: string; minimumLetter: string }[]) =>
  `${kind} ${courses
    .map((each) => `${each.code}:${each.minimumLetter}`)
    .sort()
    .join(" ")}`;

/** Wanted groups that hold already without an end, with their number. */
function keptGroups(
  own: readonly LiveRequisite[],
  groups: readonly RequisiteGroup[],
  from: Day,
): Map<RequisiteGroup, number> {
  const now = own.filter((row) => row.validFrom <= from);
  const there = new Map(
    [...Map.groupBy(now, ({ group }) => group)]
      .filter(([, rows]) => rows.every((row) => row.validTo === null))
      .map(([number, rows]) => [wording(rows[0]?.kind ?? "PREREQUISITE", rows), number]),
  );
  return new Map(
    groups.flatMap((group) => {
      const number = there.get(wording(group.kind, group.courses));
      return number === undefined ? [] : [[group, number] as const];
    }),
  );
}

function* freeNumbers(taken: ReadonlySet<number>): Generator<number, never> {
  for (let number = 1; ; number += 1) if (!taken.has(number)) yield number;
}
