import { clashRule } from "./clash-rule";
import { classOf, classStatusRule, seatsRule, termRule, windowRule } from "./class-rules";
import type { ClassFact, EnrolmentFact, Snapshot } from "./facts";
import { type Finding, toVerdict, type Verdict } from "./finding";
import { leaveRule } from "./leave-rule";
import { loadRule } from "./load-rule";
import { corequisiteRule, prerequisiteRule } from "./prerequisite-rule";
import { alreadyRule, bachelorRule, programmeRule, repeatRule, statusRule } from "./student-rules";

export type Question = {
  classId: number;
  /** Class that the student gives for it: its time, load and seat no longer count. */
  giving?: number;
  /** Classes of the same cart that were granted before this one. */
  alsoTaking?: number[];
  /** Classes of the same cart that are asked for with it: they count as co-requisites, and for nothing else. */
  together?: number[];
  /** Students are held to the registration window, staff are warned. */
  strictWindow?: boolean;
};

/** What a class looks like once the student sits in it. */
function asEnrolment(taken: ClassFact): EnrolmentFact {
  return {
    id: 0,
    classId: taken.id,
    status: "ENROLLED",
    courseCode: taken.courseCode,
    courseTitle: taken.courseTitle,
    courseTitleKm: taken.courseTitleKm,
    section: taken.section,
    credits: taken.credits,
    cycleRank: taken.cycleRank,
    termId: taken.termId,
    termCode: taken.termCode,
    termStart: taken.termStart,
    termEnd: taken.termEnd,
    dropDeadline: taken.dropDeadline,
    slots: taken.slots,
  };
}

/**
 * May this student take this class? Every rule answers, so that the desk can show all that stands in the way at
 * once (domain.md 5.2). Pure: the snapshot brings the day.
 */
export function judge(snapshot: Snapshot, question: Question): Verdict {
  const wanted = classOf(snapshot, question.classId);
  const given = snapshot.enrolments.find((each) => each.classId === question.giving);
  const granted = (question.alsoTaking ?? []).map((id) => asEnrolment(classOf(snapshot, id)));
  const enrolments = [...snapshot.enrolments.filter((each) => each !== given), ...granted];
  const together = (question.together ?? []).map((id) => asEnrolment(classOf(snapshot, id)));
  const { results, equivalences, settings } = snapshot;
  const own = enrolments.find((each) => each.classId === wanted.id);
  const givenClass = snapshot.classes.find((each) => each.id === question.giving);
  const seatMoves = given?.status === "ENROLLED" && givenClass?.poolId === wanted.poolId;
  const findings: (Finding | null)[] = [
    statusRule(snapshot.student),
    leaveRule(wanted, snapshot.student, snapshot.today),
    classStatusRule(wanted),
    termRule(wanted, snapshot.today),
    windowRule(wanted, snapshot.today, question.strictWindow ?? false),
    alreadyRule(wanted, enrolments),
    repeatRule(wanted, results, settings, equivalences),
    prerequisiteRule(wanted, { results, equivalences, enrolments, settings }),
    corequisiteRule(wanted, { results, equivalences, enrolments: [...enrolments, ...together], settings }),
    bachelorRule(wanted, snapshot.student),
    programmeRule(wanted, snapshot.student),
    clashRule(wanted, enrolments),
    seatsRule(wanted, own, seatMoves),
    loadRule(wanted, enrolments, snapshot),
  ];
  return toVerdict(findings.filter((each) => each !== null));
}

/** How leaving a class ends: DROPPED up to the drop deadline, WITHDRAWN after it (domain.md 5.2). */
export function endStatus(dropDeadline: string | null, today: string): "DROPPED" | "WITHDRAWN" {
  return dropDeadline !== null && today > dropDeadline ? "WITHDRAWN" : "DROPPED";
}
