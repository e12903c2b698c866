import type { ReactNode } from "react";
import { findColleague } from "@/lib/people/colleagues/queries";
import type { ColleagueKind } from "@/lib/people/record-ref";
import { parseStudentNumber } from "@/lib/people/rules";
import { can } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";
import { ColleagueHeader } from "./colleague-header";

type Props = { kind: ColleagueKind; children: ReactNode; params: Promise<{ number: string }> };

/** Header and tabs around every part of a record. It guards nothing: a page that refuses stands alone. */
export async function ColleagueLayout({ kind, children, params }: Props) {
  const actor = await findActor();
  const number = parseStudentNumber((await params).number);
  const record =
    actor && number !== null && can(actor, "people:read") ? await findColleague(actor, kind, number) : null;
  if (!actor || !record) return children;
  return (
    <>
      <ColleagueHeader actor={actor} record={record} />
      {children}
    </>
  );
}
