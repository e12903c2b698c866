import { normalisePhone, searchKey } from "@/lib/people/rules";
import { systemActor } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { writeTx } from "@/lib/platform/db/transaction";

type Given = {
  familyName?: string;
  personalName?: string;
  khmerFamilyName?: string | null;
  khmerPersonalName?: string | null;
  number?: number;
  status?: StudentStatus;
  statusSince?: string;
  phones?: string[];
  alias?: string;
  isMonk?: boolean;
};

let next = 40_000;

/** Stores an invented student the way the seed does, and says who it is. */
export async function makeStudent(given: Given = {}): Promise<{ personId: number; number: number }> {
  const name = {
    familyName: given.familyName ?? "TEP",
    personalName: given.personalName ?? "SOVANN",
    khmerFamilyName: given.khmerFamilyName ?? null,
    khmerPersonalName: given.khmerPersonalName ?? null,
  };
  const number = given.number ?? next++;
  return writeTx(systemActor("seed"), {}, async (tx) => {
    const person = await tx.person.create({
      data: {
        ...name,
        searchKey: searchKey(name),
        ...(given.isMonk ? { monkPeriods: { create: {} } } : {}),
        phones: {
          create: (given.phones ?? []).map((phone, index) => ({
            number: phone,
            digits: normalisePhone(phone),
            isPreferred: index === 0,
          })),
        },
      },
    });
    await tx.student.create({
      data: {
        personId: person.id,
        number,
        status: given.status ?? "ACTIVE",
        statusSince: dayToDb(given.statusSince ?? "2025-01-06"),
        isMonk: given.isMonk ?? false,
        ...(given.alias ? { aliases: { create: { alias: given.alias, source: "legacy" } } } : {}),
      },
    });
    return { personId: person.id, number };
  });
}
