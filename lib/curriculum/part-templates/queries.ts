import "server-only";
import { cache } from "react";
import type { TemplateListState } from "@/lib/curriculum/part-templates/search-params";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { RecordRows } from "@/lib/platform/audit/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import type { Bilingual } from "@/lib/platform/i18n/names";
import type { TemplateSetRow } from "./schemas";

const SQL = `SELECT s.id, s.version, s.programme_id AS "programmeId", g.code AS "programmeCode",
    json_build_object('en', g.name, 'km', g.name_km) AS "programmeName",
    json_build_object('en', s.name, 'km', s.name_km) AS name, s.level_from AS "levelFrom", s.level_to AS "levelTo",
    s.sessions, s.valid_from AS "validFrom", s.valid_to AS "validTo",
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'session', p.session_number, 'code', p.code,
        'partType', p.part_type, 'name', json_build_object('en', p.name, 'km', p.name_km), 'weekdays', p.weekdays,
        'minutes', p.minutes, 'roomNeed', p.room_need, 'weight', p.weight::text, 'textbooks',
        (SELECT coalesce(json_agg(json_build_object('id', b.id, 'title', b.title) ORDER BY b.title), '[]')
           FROM part_template_textbook pb JOIN textbook b ON b.id = pb.textbook_id WHERE pb.part_template_id = p.id))
        ORDER BY p.session_number, p.code), '[]')
       FROM part_template p WHERE p.set_id = s.id) AS parts
   FROM part_template_set s JOIN programme g ON g.id = s.programme_id`;

/** More versions than this no campus keeps; a list with more could not be read. */
const MOST = 100;

/** Sets by programme and level, the newest version first; $1 is today. */
export async function listTemplates(actor: Actor, state: TemplateListState): Promise<TemplateSetRow[]> {
  authorise(actor, "curriculum:read");
  const when = {
    current: "s.valid_from <= $1::date AND (s.valid_to IS NULL OR s.valid_to > $1::date)",
    coming: "s.valid_from > $1::date",
    past: "s.valid_to <= $1::date",
    all: "$1::date IS NOT NULL",
  }[state.when];
  return query<TemplateSetRow>(
    `curriculum.templates ${state.when}`,
    `${SQL} WHERE ${when} AND ($2::text IS NULL OR g.code = $2)
      ORDER BY g.display_order, g.code, s.level_from NULLS FIRST, s.valid_from DESC LIMIT ${MOST}`,
    [campusToday(), state.programme],
  );
}

/** One set with its parts. @throws AppError not_found `curriculum.template_not_found`, forbidden */
export const getTemplate = cache(async (actor: Actor, id: number): Promise<TemplateSetRow> => {
  authorise(actor, "curriculum:read");
  const [row] = await query<TemplateSetRow>("curriculum.template", `${SQL} WHERE s.id = $1`, [id]);
  if (!row) throw new AppError("not_found", "curriculum.template_not_found");
  return row;
});

/** All versions of sets of the programme whose levels meet those of a set, the newest first. */
export async function listTemplateVersions(actor: Actor, set: TemplateSetRow): Promise<TemplateSetRow[]> {
  authorise(actor, "curriculum:read");
  return query<TemplateSetRow>(
    "curriculum.template-versions",
    `${SQL} WHERE s.programme_id = $1 AND int4range(coalesce(s.level_from, -100), coalesce(s.level_to, -100), '[]')
        && int4range(coalesce($2::integer, -100), coalesce($3::integer, -100), '[]')
      ORDER BY s.valid_from DESC, s.level_from LIMIT ${MOST}`,
    [set.programmeId, set.levelFrom, set.levelTo],
  );
}

export type UncoveredCourse = { code: string; title: Bilingual; programmeCode: string; level: number | null };

/** Language courses in force today without a template in force: no class of them can be made (domain.md 4.1). */
export async function listUncovered(actor: Actor): Promise<UncoveredCourse[]> {
  authorise(actor, "curriculum:read");
  return query<UncoveredCourse>(
    "curriculum.uncovered",
    `SELECT c.code, json_build_object('en', c.title, 'km', coalesce(c.title_km, c.title)) AS title,
            c.programme_code AS "programmeCode", c.level
       FROM course c JOIN programme g ON g.code = c.programme_code AND g.kind = 'LANGUAGE' AND g.is_active
      WHERE c.is_active AND c.valid_from <= $1::date AND (c.valid_to IS NULL OR c.valid_to > $1::date)
        AND NOT EXISTS (SELECT FROM part_template_set s
              WHERE s.programme_id = g.id AND s.valid_from <= $1::date AND (s.valid_to IS NULL OR s.valid_to > $1::date)
                AND ((s.level_from IS NULL AND c.level IS NULL) OR c.level BETWEEN s.level_from AND s.level_to))
      ORDER BY c.programme_code, c.level, c.code LIMIT ${MOST}`,
    [campusToday()],
  );
}

/** Programmes that have templates: the language programmes. */
export async function listLanguageProgrammes(
  actor: Actor,
): Promise<{ id: number; code: string; name: Bilingual }[]> {
  authorise(actor, "curriculum:read");
  return query(
    "curriculum.language-programmes",
    `SELECT g.id, g.code, json_build_object('en', g.name, 'km', g.name_km) AS name FROM programme g
      WHERE g.kind = 'LANGUAGE' ORDER BY g.is_active DESC, g.display_order, g.code LIMIT ${MOST}`,
  );
}

/** Books in use, to choose those of a part. */
export async function listTemplateBooks(actor: Actor): Promise<{ id: number; title: string }[]> {
  authorise(actor, "curriculum:read");
  return query(
    "curriculum.template-books",
    `SELECT id, concat_ws(', ', title, nullif(edition, '')) AS title FROM textbook WHERE is_active ORDER BY title LIMIT 300`,
  );
}

/** The rows that make up a set, for its history; parts that are gone are told by their set's entries alone. */
export async function listTemplateRows(actor: Actor, id: number): Promise<RecordRows[]> {
  authorise(actor, "curriculum:read");
  const rows = await query<{ id: number }>(
    "curriculum.template-rows",
    "SELECT id FROM part_template WHERE set_id = $1",
    [id],
  );
  return [
    { table: "part_template_set", keys: [id] },
    { table: "part_template", keys: rows.map((row) => row.id) },
  ];
}
