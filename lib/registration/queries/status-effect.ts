import "server-only";
import { findStudent } from "@/lib/people/queries/get-student";
import { checkStatusMove } from "@/lib/people/rules";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { Explained } from "@/lib/platform/explained";
import { settingOn } from "@/lib/platform/settings/settings";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import { endingWith } from "@/lib/studies/rules";
import { endStatus } from "../rules/judge";
import { refundShare } from "../rules/refund-rule";
import { LEAVING_STATUSES, type StatusEffect } from "../schemas";

type Running = {
  classId: number;
  status: "ENROLLED" | "WAITLISTED" | "OFFERED";
  code: string;
  title: string;
  titleKm: string | null;
  section: string;
  termCode: string;
  termStart: string;
  dropDeadline: string | null;
};

/**
 * What a change of status will mean, before anybody changes anything (domain.md 2.2, 5.2 step 3, 0.2 row 8): whether
 * the move is allowed, the classes that still run with the share that goes back for each, the programmes that end, the
 * leave that is under way, and the hold on enrolling.
 * @throws AppError not_found `people.student_not_found`, forbidden
 */
export async function getStatusEffect(
  actor: Actor,
  asked: { number: number; to: StudentStatus; effectiveOn: string },
): Promise<StatusEffect> {
  authorise(actor, "people:change_status");
  const record = await findStudent(actor, asked.number);
  if (!record) throw new AppError("not_found", "people.student_not_found");
  const { personId, student } = record;
  const today = campusToday();
  const { to, effectiveOn } = asked;
  const move = checkStatusMove({
    from: student.status,
    to,
    effectiveOn,
    since: student.statusSince,
    today,
  });
  const [running, programmes, schedule, leaves] = await Promise.all([
    listRunning(actor, personId, effectiveOn),
    listProgrammeEnrolments(actor, personId),
    settingOn("registration.refund", effectiveOn),
    listLeaves(actor, personId, effectiveOn),
  ]);
  const leaving = LEAVING_STATUSES.has(to);
  return {
    move,
    hold: holdOf(student.status, to, effectiveOn),
    leaving,
    mayDrop: can(actor, "registration:drop"),
    mayEnd: can(actor, "studies:edit"),
    classes: running.map(({ termStart, dropDeadline, ...each }) => ({
      ...each,
      endsAs: endStatus(dropDeadline, effectiveOn),
      // A place in a queue and an offer cost nothing, so that nothing comes back.
      refund:
        each.status === "ENROLLED"
          ? refundShare({ dropDeadline, start: termStart }, effectiveOn, schedule)
          : null,
    })),
    programmes: programmes
      .filter((each) => each.status === "ACTIVE")
      .map(({ id, version, code, name, nameKm, kind, startDate }) => ({
        id,
        version,
        code,
        name,
        nameKm,
        // One that begins after the day cannot have ended on it.
        ending: startDate <= effectiveOn ? endingWith(to, kind) : null,
      })),
    leaves,
  };
}

/** An academic hold comes, goes, or stays what it is. */
function holdOf(
  from: StudentStatus,
  to: StudentStatus,
  on: string,
): Explained<"comes" | "goes" | "stays" | "none"> {
  const inputs = { from, to, on };
  const source = "domain.md 2.2, 5.2";
  const value =
    to === "ACTIVE" ? (from === "ACTIVE" ? "none" : "goes") : from === "ACTIVE" ? "comes" : "stays";
  return { value, because: [{ rule: `registration.hold_${value}`, inputs, source }] };
}

/** Classes that are not over on the day. The caller has found the student through the actor's scope. */
async function listRunning(actor: Actor, studentId: number, day: string): Promise<Running[]> {
  authorise(actor, "people:change_status");
  return query<Running>(
    "registration.running-of-student",
    `SELECT c.id AS "classId", e.status, co.code, co.title, co.title_km AS "titleKm", c.section, t.code AS "termCode",
            t.start_date AS "termStart", t.drop_deadline AS "dropDeadline"
       FROM enrolment e JOIN class c ON c.id = e.class_id JOIN course co ON co.id = c.course_id
       JOIN term t ON t.id = c.term_id
      WHERE e.student_id = $1 AND e.status IN ('ENROLLED', 'WAITLISTED', 'OFFERED') AND t.end_date >= $2::date
      ORDER BY t.start_date, co.code, c.section`,
    [studentId, day],
  );
}

/** Leaves that are under way or ahead on the day. The caller has found the student through the actor's scope. */
async function listLeaves(actor: Actor, studentId: number, day: string): Promise<StatusEffect["leaves"]> {
  authorise(actor, "people:change_status");
  return query<StatusEffect["leaves"][number]>(
    "registration.leaves-of-student",
    `SELECT starts_on AS "startsOn", returns_on AS "returnsOn" FROM leave_of_absence
      WHERE student_id = $1 AND status = 'APPROVED' AND returns_on > $2::date ORDER BY starts_on`,
    [studentId, day],
  );
}
