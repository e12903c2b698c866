import { searchKey } from "@/lib/people/rules";
import { systemActor } from "@/lib/platform/access/actor";
import type { Policy } from "@/lib/platform/access/policies";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { TerminalDegree } from "@/lib/platform/db/generated/enums";
import { writeTx } from "@/lib/platform/db/transaction";

type Given = {
  kind?: "teacher" | "staff";
  familyName?: string;
  personalName?: string;
  departmentCode?: string | null;
  degree?: TerminalDegree;
  startDate?: string;
  endDate?: string | null;
};

/** A teacher or staff member who works here, and who they are. */
export async function makeColleague(given: Given = {}): Promise<{ personId: number; number: number }> {
  const name = {
    familyName: given.familyName ?? "MEAS",
    personalName: given.personalName ?? "SOTHEA",
    khmerFamilyName: null,
    khmerPersonalName: null,
  };
  const kind = given.kind ?? "teacher";
  return writeTx(systemActor("seed"), {}, async (tx) => {
    const { id: personId } = await tx.person.create({ data: { ...name, searchKey: searchKey(name) } });
    const [taken] = await tx.$queryRaw<{ number: number }[]>`
      SELECT people_next_colleague_number(${kind}) AS number`;
    const number = taken?.number ?? 0;
    const shared = {
      personId,
      number,
      departmentCode: given.departmentCode ?? null,
      startDate: dayToDb(given.startDate ?? "2020-01-01"),
      endDate: dayToDb(given.endDate ?? null),
    };
    if (kind === "staff") await tx.staff.create({ data: shared });
    else await tx.teacher.create({ data: { ...shared, terminalDegree: given.degree ?? "MASTER" } });
    return { personId, number };
  });
}

/** A department. */
export function makeDepartment(code: string): Promise<{ id: number }> {
  return writeTx(systemActor("seed"), {}, (tx) =>
    tx.department.create({ data: { code, name: `Office ${code}`, nameKm: code }, select: { id: true } }),
  );
}

/** A position with its authority. */
export function makePosition(
  title: string,
  given: { level?: number; overrides?: Policy[]; departmentId?: number; reportsToId?: number } = {},
): Promise<{ id: number }> {
  const { level, overrides, ...place } = given;
  return writeTx(systemActor("seed"), {}, (tx) =>
    tx.position.create({
      data: { title, titleKm: title, authorityLevel: level ?? 4, overrides: overrides ?? [], ...place },
      select: { id: true },
    }),
  );
}
