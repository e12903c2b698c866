import type { ReactNode } from "react";
import { getProgramme } from "@/lib/curriculum/programmes/queries";
import { can } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ProgrammeHeader } from "./_components/programme-header";

type Props = { children: ReactNode; params: Promise<{ code: string }> };

/** Header and tabs around every part of a programme. It guards nothing: a page that refuses stands alone. */
export default async function ProgrammeLayout({ children, params }: Props) {
  const actor = await findActor();
  if (!actor || !can(actor, "curriculum:read")) return children;
  const programme = await getProgramme(actor, (await params).code).catch((error: unknown) => {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  });
  if (!programme) return children;
  return (
    <>
      <ProgrammeHeader actor={actor} programme={programme} />
      {children}
    </>
  );
}
