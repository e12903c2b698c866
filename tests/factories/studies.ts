import type { Pool } from "pg";
import { systemActor } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import type { ProgrammeEnrolmentStatus } from "@/lib/platform/db/generated/enums";
import { writeTx } from "@/lib/platform/db/transaction";

export type Catalogue = { GESL: number; TESOL: number; BUSADMIN: number; MBA: number };

/** Three cycles with their programmes: languages, two bachelor's degrees, a master's. */
export function makeCatalogue(): Promise<Catalogue> {
  return writeTx(systemActor("seed"), {}, async (tx) => {
    const division = await tx.division.create({ data: { code: "ALL", name: "All", nameKm: "ទាំងអស់" } });
    const cycle = (code: string, rank: number) =>
      tx.cycle.create({ data: { divisionId: division.id, code, name: code, nameKm: code, rank } });
    const [language, bachelor, master] = [
      await cycle("LANG", 1),
      await cycle("BA", 2),
      await cycle("MASTERS", 3),
    ];
    const programme = async (code: string, cycleId: number, kind: "LANGUAGE" | "ACADEMIC", award: string) =>
      (
        await tx.programme.create({
          data: { code, cycleId, kind, award, name: `Name of ${code}`, nameKm: `ឈ្មោះ ${code}` },
        })
      ).id;
    return {
      GESL: await programme("GESL", language.id, "LANGUAGE", "CERT"),
      TESOL: await programme("TESOL", bachelor.id, "ACADEMIC", "BA"),
      BUSADMIN: await programme("BUSADMIN", bachelor.id, "ACADEMIC", "BA"),
      MBA: await programme("MBA", master.id, "ACADEMIC", "MBA"),
    };
  });
}

type Stay = {
  status?: ProgrammeEnrolmentStatus;
  start: string;
  end?: string;
  exitReason?: string;
  level?: number;
};

/** A programme enrolment as old files hold it, without what the commands add. */
export function makeStay(studentId: number, programmeId: number, stay: Stay): Promise<number> {
  return writeTx(systemActor("seed"), {}, async (tx) => {
    const { id } = await tx.programmeEnrolment.create({
      data: {
        studentId,
        programmeId,
        status: stay.status ?? "ACTIVE",
        startDate: dayToDb(stay.start),
        endDate: dayToDb(stay.end ?? null),
        catalogueDate: dayToDb(stay.start),
        exitReason: stay.exitReason ?? null,
        entryLevel: stay.level ?? null,
        currentLevel: stay.level ?? null,
      },
    });
    return id;
  });
}

/** The day so many days from today. */
export const day = (offset: number): string => addDays(campusToday(), offset);

/** Reasons of the audit rows of a table, the newest first. */
export async function auditReasons(pool: Pool, table: string): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ reason: string | null }>(
    "SELECT reason FROM audit.entry WHERE table_name = $1 ORDER BY id DESC LIMIT 20",
    [table],
  );
  return rows.map(({ reason }) => reason);
}
