import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { RequisiteKind } from "../../requisites";
import { requireCatalogue } from "../access";
import { type Edge, findCircle, requisiteEdge } from "../circles";
import { courseOnDay } from "../course-choice";
import type { SaveRequisitesInput } from "../schemas";
import { requisitesStamp } from "../stamp";

type Group = SaveRequisitesInput["groups"][number];
type Row = {
  id: number;
  version: number;
  course: string;
  code: string;
  kind: RequisiteKind;
  group: number;
  minimumLetter: string;
  validFrom: Day;
  validTo: Day | null;
};

/**
 * Makes what a course asks for, from a day on, what the groups say: groups that are the same stay as they are, the
 * others end the day before, and new ones begin. What begins after that day is replaced too.
 * @throws AppError stale when it was changed since `seen`; refused `curriculum.requisite_cycle_path` with the way round;
 *   invalid `curriculum.from_today_on`, `…requisite_itself`, `…requisite_once`; not_found; forbidden
 */
export async function saveRequisitesCommand(
  actor: Actor,
  input: SaveRequisitesInput,
): Promise<{ code: string }> {
  requireCatalogue(actor);
  const { code, from, groups } = input;
  checkGroups(code, groups);
  if (from < campusToday()) throw atField("from", "curriculum.from_today_on");
  return writeTx(actor, {}, async (tx) => {
    // The same lock as the trigger's: whoever else saves requisites waits, and then sees these.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('course_requisites_hold'))`;
    const course = await courseOnDay(tx, code, from);
    const rows = await liveRows(tx, from);
    const own = rows.filter((row) => row.course === code);
    if (requisitesStamp(own) !== input.seen) throw new AppError("stale", "curriculum.stale");
    refuseCircle(code, groups, from, rows);
    const kept = keptGroups(own, groups, from);
    const keeps = new Set([...kept.values()]);
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
    for (const group of groups.filter((each) => !kept.has(each))) {
      const groupNumber = free.next().value;
      for (const each of group.courses) {
        const required = await courseOnDay(tx, each.code, from);
        await tx.coursePrerequisite.create({
          data: {
            courseId: course.id,
            requiredCourseId: required.id,
            kind: group.kind,
            groupNumber,
            minimumLetter: each.minimumLetter,
            validFrom: dayToDb(from),
          },
        });
      }
    }
    return { code };
  });
}

/** What holds on a day or begins later, of all courses: a circle may run through any of them. */
async function liveRows(tx: Tx, from: Day): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT p.id, p.version, o.code AS course, r.code, p.kind::text AS kind, p.group_number AS "group",
           p.minimum_letter AS "minimumLetter", p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo"
      FROM course_prerequisite p JOIN course o ON o.id = p.course_id JOIN course r ON r.id = p.required_course_id
     WHERE p.valid_to IS NULL OR p.valid_to > ${from}::date`;
}

/** A course stands once, and not for itself. */
function checkGroups(code: string, groups: readonly Group[]): void {
  const codes = groups.flatMap((group) => group.courses.map((each) => each.code));
  if (codes.includes(code)) throw new AppError("invalid", "curriculum.requisite_itself");
  const twice = codes.find((each, place) => codes.indexOf(each) !== place);
  if (twice) throw new AppError("invalid", "curriculum.requisite_twice", { params: { course: twice } });
}

/** The way round is named, so that people see which course of theirs asks for this one already. */
function refuseCircle(code: string, groups: readonly Group[], from: Day, rows: readonly Row[]): void {
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
function keptGroups(own: readonly Row[], groups: readonly Group[], from: Day): Map<Group, number> {
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

function atField(field: string, code: string): AppError {
  return new AppError("invalid", code, { fields: { [field]: [code] } });
}
