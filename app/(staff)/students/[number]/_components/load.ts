import { notFound, redirect } from "next/navigation";
import { findStudent } from "@/lib/people/queries/get-student";
import { parseStudentNumber } from "@/lib/people/rules";
import type { StudentRecord } from "@/lib/people/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { recordAccess } from "@/lib/platform/access-log/record";
import type { AccessKind } from "@/lib/platform/access-log/schemas";
import { requirePage } from "@/lib/platform/auth/page";
import { requestPath } from "@/lib/platform/security/request-headers";

/** What is noted in the access log, by the permission that a tab asks for. */
const NOTED: Partial<Record<Permission, AccessKind>> = {
  "people:read": "people.record",
  "studies:read": "studies.programmes",
  "registration:read": "registration.enrolments",
  "record:read": "record.results",
  "audit:read_history": "audit.history",
  "access_log:read": "access_log.readers",
};

/**
 * The guard of every tab of a student: the permission (403), then the student within the actor's reach (404 for an
 * unknown one and for somebody else's alike). That the record was opened is noted.
 */
export async function loadStudent(
  params: Promise<{ number: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; student: StudentRecord }> {
  const actor = await requirePage("people:read");
  if (permission !== "people:read") await requirePage(permission);
  const given = (await params).number;
  const number = parseStudentNumber(given);
  const student = number === null ? null : await findStudent(actor, number);
  if (!student) notFound();
  // One address a record: /students/742 leads to /students/00742, on whichever tab.
  if (given !== student.label) {
    redirect((await requestPath()).replace(`/students/${given}`, `/students/${student.label}`));
  }
  recordAccess(actor, { what: NOTED[permission] ?? "people.record", subjectId: student.personId });
  return { actor, student };
}
