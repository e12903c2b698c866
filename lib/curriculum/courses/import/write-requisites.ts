import "server-only";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { isAppError } from "@/lib/platform/errors";
import { groupsOf } from "../../requisites";
import { liveRequisites, type RequisiteGroup, replaceRequisites } from "../commands/replace-requisites";
import { type JudgedCourse, say } from "./judge";

/**
 * Makes what a course asks for what its cells say, from the day on; a kind whose cell is empty stays as it is. A course
 * that is not there, or a circle, is said about the row, and then what it asks for stays.
 * @returns whether anything changed
 */
export async function takeRequisites(tx: Tx, judged: JudgedCourse, from: Day): Promise<boolean> {
  const { code = "", prerequisites, corequisites } = judged.draft;
  if (!prerequisites && !corequisites) return false;
  const own = (await liveRequisites(tx, from)).filter((row) => row.course === code && row.validTo === null);
  const there: RequisiteGroup[] = groupsOf(own).map((rows) => ({
    kind: rows[0]?.kind ?? "PREREQUISITE",
    courses: rows.map((row) => ({ code: row.code, minimumLetter: row.minimumLetter })),
  }));
  const groups: RequisiteGroup[] = [
    ...(prerequisites?.map((courses) => ({ kind: "PREREQUISITE" as const, courses })) ??
      there.filter(({ kind }) => kind === "PREREQUISITE")),
    ...(corequisites?.map((courses) => ({ kind: "COREQUISITE" as const, courses })) ??
      there.filter(({ kind }) => kind === "COREQUISITE")),
  ];
  try {
    return await replaceRequisites(tx, code, from, groups);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const field = prerequisites ? "prerequisites" : "corequisites";
    const path = String(error.params?.path ?? "");
    // The course itself is written by now: the row is taken, without these.
    if (error.code === "curriculum.requisite_cycle_path")
      say(judged, field, "requisite_circle", { path }, "warning");
    else if (error.code === "curriculum.course_not_on_day")
      say(judged, field, "unknown_requisite", { course: String(error.params?.course ?? "") }, "warning");
    else say(judged, field, "requisites_left", {}, "warning");
    return false;
  }
}
