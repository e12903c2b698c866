import { notFound } from "next/navigation";
import { findStudent } from "@/lib/people/queries/get-student";
import { parseStudentNumber } from "@/lib/people/rules";
import type { StudentRecord } from "@/lib/people/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";

/**
 * The guard of every tab of a student: the permission (403), then the student within the actor's reach (404 for an
 * unknown one and for somebody else's alike).
 */
export async function loadStudent(
  params: Promise<{ number: string }>,
  permission: Permission,
): Promise<{ actor: AccountActor; student: StudentRecord }> {
  const actor = await requirePage("people:read");
  if (permission !== "people:read") await requirePage(permission);
  const number = parseStudentNumber((await params).number);
  const student = number === null ? null : await findStudent(actor, number);
  if (!student) notFound();
  return { actor, student };
}
