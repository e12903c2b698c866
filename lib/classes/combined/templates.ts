import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Courses that are always taught together, with the classes made by it that are not over. */
export type CombinedTemplateRow = {
  id: number;
  version: number;
  name: string;
  nameKm: string | null;
  isActive: boolean;
  /** The first leads. */
  courses: { code: string; title: string; titleKm: string | null }[];
  /** Combined classes of terms that are not over. */
  running: number;
};

/** Every combined template, those in use first; there are a few dozen at most (domain.md 4.1). */
export async function listCombinedTemplates(actor: Actor): Promise<CombinedTemplateRow[]> {
  authorise(actor, "classes:read");
  return query<CombinedTemplateRow>(
    "classes.combined-templates",
    `SELECT t.id, t.version, t.name, t.name_km AS "nameKm", t.is_active AS "isActive",
            (SELECT json_agg(json_build_object('code', c.code, 'title', c.title, 'titleKm', c.title_km)
                ORDER BY c.id <> t.primary_course_id, c.code)
               FROM combined_template_course x JOIN course c ON c.id = x.course_id WHERE x.template_id = t.id) AS courses,
            (SELECT count(*)::integer FROM combined_class k JOIN term m ON m.id = k.term_id
              WHERE k.template_id = t.id AND m.end_date >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date) AS running
       FROM combined_course_template t ORDER BY t.is_active DESC, t.name LIMIT 100`,
  );
}
