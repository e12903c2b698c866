import "server-only";
import { cache } from "react";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Affected, CatalogueCount } from "@/lib/studies/requirements/schemas";

/** Whoever is on the programme still, as SQL over `programme_enrolment e`. */
export const ON_PROGRAMME = "e.status IN ('ACTIVE', 'INACTIVE', 'SUSPENDED')";

const COUNTS = `SELECT e.catalogue_date::text AS "catalogueDate",
    count(*) FILTER (WHERE ${ON_PROGRAMME})::int AS students,
    count(*) FILTER (WHERE e.status = 'COMPLETED')::int AS completed
  FROM programme_enrolment e WHERE e.programme_id = $1
 GROUP BY 1 HAVING count(*) FILTER (WHERE ${ON_PROGRAMME} OR e.status = 'COMPLETED') > 0
 ORDER BY 1 DESC`;

type Row = CatalogueCount & { completed: number };

function split(rows: readonly Row[], from: string): Affected {
  const later = rows.filter(({ catalogueDate }) => catalogueDate >= from);
  const sum = (list: readonly Row[], of: "students" | "completed") =>
    list.reduce((all, row) => all + row[of], 0);
  const completedOn = later.find(({ completed }) => completed > 0)?.catalogueDate ?? null;
  return {
    from,
    changes: sum(later, "students"),
    keeps: sum(rows, "students") - sum(later, "students"),
    completed: sum(later, "completed"),
    completedOn,
    dates: later
      .filter(({ students }) => students > 0)
      .map(({ catalogueDate, students }) => ({ catalogueDate, students })),
  };
}

/**
 * Whom a change of a degree's list from a day on concerns (blueprints.md 6): whose catalogue date is earlier keeps the
 * list of that date; whose is not gets the new one; whoever completed the programme by the list forbids it. Counts are
 * those of the whole campus, since a list is everybody's; names follow the actor's reach.
 * @throws AppError not_found `curriculum.programme_not_found`; forbidden without curriculum:read and studies:read
 */
export async function findAffected(actor: Actor, programme: string, from: string): Promise<Affected> {
  authorise(actor, "curriculum:read");
  authorise(actor, "studies:read");
  const [found] = await query<{ id: number }>(
    "studies.programme-id",
    "SELECT id FROM programme WHERE code = $1",
    [programme],
  );
  if (!found) throw new AppError("not_found", "curriculum.programme_not_found");
  return split(await query<Row>("studies.affected", COUNTS, [found.id]), from);
}

/** Students on a programme by catalogue date, the newest first. @throws AppError forbidden without studies:read */
export const countByCatalogue = cache(
  async (actor: Actor, programmeId: number): Promise<CatalogueCount[]> => {
    authorise(actor, "studies:read");
    const rows = await query<Row>("studies.affected", COUNTS, [programmeId]);
    return rows.flatMap(({ catalogueDate, students }) => (students > 0 ? [{ catalogueDate, students }] : []));
  },
);

/** The same as findAffected, inside a change of the list. */
export async function affectedIn(tx: Tx, programmeId: number, from: string): Promise<Affected> {
  return split(await tx.$queryRawUnsafe<Row[]>(COUNTS, programmeId), from);
}

export type ProgrammeStudent = {
  personId: number;
  number: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  status: string;
  catalogueDate: string;
  startDate: string;
};

/**
 * The students on a programme, by catalogue date, the newest first, within the actor's reach.
 * @param filter catalogue dates from a day on, or one exactly; null for all
 * @throws AppError forbidden without studies:read
 */
export async function listProgrammeStudents(
  actor: Actor,
  programmeId: number,
  filter: { from: string | null; on: string | null; page: number; size: number },
): Promise<{ rows: ProgrammeStudent[]; total: number }> {
  authorise(actor, "studies:read");
  const reach = reachOf(actor);
  const values: unknown[] = [
    programmeId,
    filter.from,
    filter.on,
    filter.size,
    (filter.page - 1) * filter.size,
  ];
  const rows = await query<ProgrammeStudent & { total: number }>(
    `studies.programme-students ${reach.kind}`,
    `SELECT s.person_id AS "personId", s.number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName", e.status,
            e.catalogue_date AS "catalogueDate", e.start_date AS "startDate", count(*) OVER ()::int AS total
       FROM programme_enrolment e
       JOIN student s ON s.person_id = e.student_id
       JOIN person p ON p.id = s.person_id
      WHERE e.programme_id = $1 AND ${ON_PROGRAMME}
        AND ($2::date IS NULL OR e.catalogue_date >= $2::date) AND ($3::date IS NULL OR e.catalogue_date = $3::date)
        AND ${scopeSql(reach, values)}
      ORDER BY e.catalogue_date DESC, s.number LIMIT $4 OFFSET $5`,
    values,
  );
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
