import type { ReactNode } from "react";
import { findStudent } from "@/lib/people/queries/get-student";
import { parseStudentNumber } from "@/lib/people/rules";
import { can } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";
import { StudentHeader } from "./_components/student-header";

type Props = { children: ReactNode; params: Promise<{ number: string }> };

/** Header and tabs around every part of a student's record. It guards nothing: a page that refuses stands alone. */
export default async function StudentLayout({ children, params }: Props) {
  const actor = await findActor();
  const number = parseStudentNumber((await params).number);
  const student =
    actor && number !== null && can(actor, "people:read") ? await findStudent(actor, number) : null;
  if (!actor || !student) return children;
  return (
    <>
      <StudentHeader actor={actor} student={student} />
      {children}
    </>
  );
}
