import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { suggestionsFor } from "@/lib/people/khmer-names/queries";
import type { KhmerSuggestion } from "@/lib/people/khmer-names/rules";
import type { KhmerNameListParams, KhmerNameTask } from "@/lib/people/khmer-names/search-params";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { KhmerNameSource } from "@/lib/platform/db/generated/enums";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";

export type KhmerNameRow = {
  personId: number;
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  source: KhmerNameSource | null;
  confidence: number | null;
  suggestion: KhmerSuggestion | null;
};

/** Each as a partial index of prisma/sql/people says it. */
const TASKS: Record<KhmerNameTask, string> = {
  unchecked: "p.khmer_name_source = 'VERIFIED' AND p.khmer_name_checked_at IS NULL",
  missing: "p.khmer_family_name IS NULL AND p.khmer_personal_name IS NULL",
  guess: "p.khmer_name_source = 'APPROXIMATED'",
  old: "p.khmer_name_source IN ('LEGACY', 'USER')",
};

/** Students whose Khmer name needs work, of one kind or any, the newest on file first. @throws AppError forbidden */
export async function listKhmerNames(actor: Actor, params: KhmerNameListParams): Promise<Page<KhmerNameRow>> {
  authorise(actor, "people:read");
  const { task, page, size } = params;
  const reach = reachOf(actor);
  const values: unknown[] = [];
  const from = `FROM person p JOIN student s ON s.person_id = p.id
    WHERE (${task ? TASKS[task] : Object.values(TASKS).join(" OR ")}) AND ${scopeSql(reach, values)}`;
  const counted = [...values];
  const limit = values.push(size);
  const offset = values.push((page - 1) * size);
  const [rows, count] = await Promise.all([
    query<Omit<KhmerNameRow, "suggestion">>(
      `people.khmer-names ${task ?? "all"} ${reach.kind}`,
      `SELECT p.id AS "personId", s.number_label AS number, p.family_name AS "familyName",
              p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
              p.khmer_personal_name AS "khmerPersonalName", p.khmer_name_source AS source,
              p.khmer_name_confidence::float8 AS confidence
         ${from} ORDER BY p.id DESC LIMIT $${limit} OFFSET $${offset}`,
      values,
    ),
    query<{ n: number }>(
      `people.khmer-names-count ${task ?? "all"} ${reach.kind}`,
      `SELECT count(*)::integer AS n FROM (SELECT 1 ${from} LIMIT ${COUNT_LIMIT + 1}) capped`,
      counted,
    ),
  ]);
  const suggestions = await suggestionsFor(actor, rows);
  return toPage(
    rows.map((row, place) => ({
      ...row,
      suggestion: row.source === "VERIFIED" ? null : (suggestions[place] ?? null),
    })),
    count[0]?.n ?? 0,
    page,
    size,
  );
}
