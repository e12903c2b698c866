import "server-only";
import { getTranslations } from "next-intl/server";
import { listClassPlaces } from "@/lib/classes/queries/class-places";
import { seatsLeft } from "@/lib/classes/rules";
import { reachOf, scopeSql, studentNotFound } from "@/lib/people/access";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { mayOverride } from "@/lib/platform/access/authority";
import { recordAccess } from "@/lib/platform/access-log/record";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { whyText } from "@/lib/platform/i18n/why-text";
import type { ClassFact, Snapshot } from "../rules/facts";
import { explainVerdict, type Finding, policiesOf, refusals, type Verdict } from "../rules/finding";
import { endStatus, judge } from "../rules/judge";
import { loadLimit } from "../rules/load-rule";
import { isInProgramme } from "../rules/student-rules";
import type { Desk, DeskClass, DeskStudent } from "../schemas";
import { getSnapshot } from "./snapshot";

/** Most classes that the desk shows at once; a search narrows them. */
const SHOWN = 60;

async function getDeskStudent(actor: Actor, number: number): Promise<DeskStudent> {
  const reach = reachOf(actor);
  const values: unknown[] = [number];
  const rows = await query<DeskStudent>(
    `registration.desk-student.${reach.kind}`,
    `SELECT s.person_id AS id, s.number_label AS number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName", s.status,
            s.status_since::text AS "statusSince", s.status_reason AS "statusReason", g.code AS "programmeCode",
            g.name AS "programmeName", g.name_km AS "programmeNameKm"
       FROM student s JOIN person p ON p.id = s.person_id LEFT JOIN programme g ON g.id = s.current_programme_id
      WHERE s.number = $1 AND ${scopeSql(reach, values)}`,
    values,
  );
  if (!rows[0]) throw studentNotFound();
  return rows[0];
}

function matches(wanted: ClassFact, words: string[]): boolean {
  const text =
    `${wanted.courseCode} ${wanted.courseTitle} ${wanted.courseTitleKm ?? ""} ${wanted.section}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

type Judged = { wanted: ClassFact; verdict: Verdict; fits: boolean };

const PLACE = { pass: 0, warn: 1, refuse: 2 } as const;

/** Own programme first, then what can be taken, then the catalogue's order. */
function byUse(a: Judged, b: Judged): number {
  return Number(b.fits) - Number(a.fits) || PLACE[a.verdict.value] - PLACE[b.verdict.value];
}

const SETTLED: ReadonlySet<string> = new Set([
  "registration.repeat_passed",
  "registration.course_in_progress",
  "registration.already_enrolled",
]);

/** Passed or being taken: nothing to choose, whatever the other rules say. */
function isSettled({ verdict }: Judged): boolean {
  return refusals(verdict).some((each) => each.because.some((reason) => SETTLED.has(reason.rule)));
}

function choose(snapshot: Snapshot, q: string, term: string | null): { shown: Judged[]; hidden: number } {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const judged = snapshot.classes
    .filter((each) => (term === null || each.termCode === term) && matches(each, words))
    .map((wanted) => ({
      wanted,
      verdict: judge(snapshot, { classId: wanted.id }),
      fits: isInProgramme(wanted, snapshot.student),
    }));
  // Without a search only what the student's programme still asks for: the other hundreds would bury it.
  const useful = judged.filter((each) => each.fits && !isSettled(each));
  const narrowed = words.length === 0 && useful.length > 0 ? useful : judged;
  const shown = narrowed.toSorted(byUse).slice(0, SHOWN);
  return { shown, hidden: judged.length - shown.length };
}

/** The refusals the actor may set aside; null when any of them nobody, or not this actor, may. */
function overridable(actor: Actor, verdict: Verdict): Finding["rule"][] | null {
  if (!can(actor, "registration:override")) return null;
  const refused = refusals(verdict);
  if (refused.length === 0) return null;
  const all = refused.every(
    (each) => each.policy && mayOverride(actor, each.policy, policiesOf(each.rule)).value,
  );
  return all ? refused.map((each) => each.rule) : null;
}

/**
 * The desk of quick enrolment: the student's situation, and the classes of the terms that can still be joined with a
 * verdict each, in three statements (domain.md 5.2 quick enrolment).
 *
 * @param input.number student number; `q` words of code or title; `term` a term's code
 * @throws AppError `people.student_not_found`, `access.forbidden`
 */
export async function getDesk(
  actor: Actor,
  input: { number: number; q: string; term: string | null },
): Promise<Desk> {
  authorise(actor, "registration:enrol");
  const today = campusToday();
  const student = await getDeskStudent(actor, input.number);
  recordAccess(actor, { what: "registration.desk", subjectId: student.id });
  const snapshot = await getSnapshot(actor, { studentId: student.id, classIds: null, today });
  const { shown, hidden } = choose(snapshot, input.q, input.term);
  const [places, rules, remedies, format] = await Promise.all([
    listClassPlaces(actor, [
      ...shown.map((each) => each.wanted.id),
      ...snapshot.enrolments.map((each) => each.classId),
    ]),
    getTranslations("rules"),
    getTranslations("remedies"),
    getFormat(),
  ]);
  const why = (verdict: Verdict) =>
    verdict.value === "pass" ? null : whyText(explainVerdict(verdict), loose(rules), loose(remedies), format);
  const { gpa } = snapshot.student;
  const classes = shown.map(({ wanted, verdict, fits }): DeskClass => {
    const place = places.get(wanted.id);
    return {
      id: wanted.id,
      code: wanted.courseCode,
      title: wanted.courseTitle,
      titleKm: wanted.courseTitleKm,
      credits: wanted.credits,
      section: wanted.section,
      termCode: wanted.termCode,
      times: wanted.slots,
      rooms: place?.rooms ?? [],
      teachers: place?.teachers ?? [],
      capacity: wanted.capacity,
      left: seatsLeft(wanted),
      waiting: wanted.waiting,
      fits,
      verdict: verdict.value,
      why: why(verdict),
      override: overridable(actor, verdict),
    };
  });
  return {
    student,
    gpa,
    limit: loadLimit(gpa, snapshot.settings.load),
    enrolments: snapshot.enrolments.map((each) => ({
      id: each.id,
      classId: each.classId,
      status: each.status,
      code: each.courseCode,
      title: each.courseTitle,
      titleKm: each.courseTitleKm,
      section: each.section,
      credits: each.credits,
      termCode: each.termCode,
      times: each.slots,
      rooms: places.get(each.classId)?.rooms ?? [],
      endsAs: endStatus(each.dropDeadline, today),
    })),
    terms: [...new Map(snapshot.classes.map((each) => [each.termCode, each.termName]))].map(
      ([code, name]) => ({
        code,
        name,
      }),
    ),
    classes,
    hidden,
  };
}
