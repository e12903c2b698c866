import "server-only";
import { cache } from "react";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { ScaleKind } from "./scale-kinds";
import type { ScaleVersion } from "./schemas";

/** Grades that are counted, at most. */
const COUNTED = 10_000;

const SQL = `SELECT s.id, s.version, s.kind, s.code, s.name, s.valid_from AS "validFrom", s.valid_to AS "validTo",
    (SELECT count(*)::integer FROM (SELECT FROM course_result r WHERE r.scale_id = s.id LIMIT ${COUNTED}) counted) AS used,
    (SELECT coalesce(json_agg(json_build_object('letter', g.letter, 'minPercent', trim_scale(g.min_percent)::text,
       'points', g.points::text, 'passes', g.passes, 'earnsCredit', g.earns_credit) ORDER BY g.min_percent DESC), '[]')
       FROM scale_grade g WHERE g.scale_id = s.id) AS grades
   FROM grading_scale s`;

/** All versions of all scales, the newest of each kind first (domain.md 7.1). */
export async function listScales(actor: Actor): Promise<ScaleVersion[]> {
  authorise(actor, "curriculum:read");
  return query<ScaleVersion>("curriculum.scales", `${SQL} ORDER BY s.kind DESC, s.valid_from DESC LIMIT 200`);
}

/** One version. @throws AppError not_found `curriculum.scale_not_found`, forbidden */
export const getScale = cache(async (actor: Actor, id: number): Promise<ScaleVersion> => {
  authorise(actor, "curriculum:read");
  const [row] = await query<ScaleVersion>("curriculum.scale", `${SQL} WHERE s.id = $1`, [id]);
  if (!row) throw new AppError("not_found", "curriculum.scale_not_found");
  return row;
});

/** The newest version of a kind, from which the next one begins; null while there is none. */
export async function findLastScale(actor: Actor, kind: ScaleKind): Promise<ScaleVersion | null> {
  authorise(actor, "curriculum:read");
  const [row] = await query<ScaleVersion>(
    "curriculum.last-scale",
    `${SQL} WHERE s.kind::text = $1 ORDER BY s.valid_from DESC LIMIT 1`,
    [kind],
  );
  return row ?? null;
}

/** The rows that make up a version, for its history. */
export async function listScaleRows(actor: Actor, id: number): Promise<RecordRows[]> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ id: number }>(
    "curriculum.scale-rows",
    "SELECT id FROM scale_grade WHERE scale_id = $1",
    [id],
  );
  return [
    { table: "grading_scale", keys: [id] },
    { table: "scale_grade", keys: rows.map((row) => row.id) },
  ];
}
