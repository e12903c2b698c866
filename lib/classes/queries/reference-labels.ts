import "server-only";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** Columns whose ids can be told as words. */
export const REFERENCE_COLUMNS = [
  "programme_id",
  "current_programme_id",
  "course_id",
  "required_course_id",
  "original_id",
  "equivalent_id",
  "textbook_id",
  "cycle_id",
  "class_id",
  "term_id",
  "related_id",
  "verified_by",
  "khmer_name_checked_by",
  "position_id",
  "reports_to_id",
  "department_id",
  "delegate_id",
  "advisor_id",
  "wanted_teacher_id",
  "teacher_id",
  "planned_teacher_id",
  "room_id",
  "planned_room_id",
] as const;
export type ReferenceColumn = (typeof REFERENCE_COLUMNS)[number];

/** Label by column and id: `labels.get("course_id:12")` is "ENGL-110". */
export type ReferenceLabels = ReadonlyMap<string, string>;

/**
 * Codes behind the ids of programmes, courses, classes, terms and departments, titles of positions, and names of people and accounts, in one statement: what an entry of the audit says
 * about them is then read by people.
 * @throws AppError forbidden without curriculum:read and audit:read
 */
export async function listReferenceLabels(
  actor: Actor,
  ids: Partial<Record<ReferenceColumn, number[]>>,
): Promise<ReferenceLabels> {
  authoriseAny(actor, "curriculum:read", "audit:read");
  if (Object.values(ids).every((each) => each.length === 0)) return new Map();
  const programmes = [...(ids.programme_id ?? []), ...(ids.current_programme_id ?? [])];
  const rows = await query<{ key: string; label: string }>(
    "classes.reference-labels",
    `SELECT 'programme_id:' || id AS key, code AS label FROM programme WHERE id = ANY($1::integer[])
     UNION ALL SELECT 'current_programme_id:' || id, code FROM programme WHERE id = ANY($1::integer[])
     UNION ALL SELECT col || ':' || id, code
                 FROM course, unnest(ARRAY['course_id', 'required_course_id', 'original_id', 'equivalent_id']) AS col
                WHERE id = ANY($2::integer[])
     UNION ALL SELECT 'textbook_id:' || id, title FROM textbook WHERE id = ANY($10::integer[])
     UNION ALL SELECT 'cycle_id:' || id, name FROM cycle WHERE id = ANY($11::integer[])
     UNION ALL SELECT 'class_id:' || c.id, co.code || ' ' || c.section || ', ' || t.code
                 FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
                WHERE c.id = ANY($3::integer[])
     UNION ALL SELECT 'term_id:' || id, code FROM term WHERE id = ANY($4::integer[])
     UNION ALL SELECT 'related_id:' || id, family_name || ' ' || personal_name FROM person WHERE id = ANY($5::integer[])
     UNION ALL SELECT col || ':' || id, family_name || ' ' || personal_name
                 FROM person, unnest(ARRAY['delegate_id', 'advisor_id', 'wanted_teacher_id', 'teacher_id',
                   'planned_teacher_id']) AS col
                WHERE id = ANY($7::integer[])
     UNION ALL SELECT col || ':' || id, title
                 FROM position, unnest(ARRAY['position_id', 'reports_to_id']) AS col WHERE id = ANY($8::integer[])
     UNION ALL SELECT col || ':' || id, code FROM room, unnest(ARRAY['room_id', 'planned_room_id']) AS col
                WHERE id = ANY($12::integer[])
     UNION ALL SELECT 'department_id:' || id, code FROM department WHERE id = ANY($9::integer[])
     UNION ALL SELECT col || ':' || id, display_name
                 FROM account, unnest(ARRAY['verified_by', 'khmer_name_checked_by']) AS col WHERE id = ANY($6::integer[])`,
    [
      programmes,
      [
        ...(ids.course_id ?? []),
        ...(ids.required_course_id ?? []),
        ...(ids.original_id ?? []),
        ...(ids.equivalent_id ?? []),
      ],
      ids.class_id ?? [],
      ids.term_id ?? [],
      ids.related_id ?? [],
      [...(ids.verified_by ?? []), ...(ids.khmer_name_checked_by ?? [])],
      [
        ...(ids.delegate_id ?? []),
        ...(ids.advisor_id ?? []),
        ...(ids.wanted_teacher_id ?? []),
        ...(ids.teacher_id ?? []),
        ...(ids.planned_teacher_id ?? []),
      ],
      [...(ids.position_id ?? []), ...(ids.reports_to_id ?? [])],
      ids.department_id ?? [],
      ids.textbook_id ?? [],
      ids.cycle_id ?? [],
      [...(ids.room_id ?? []), ...(ids.planned_room_id ?? [])],
    ],
  );
  return new Map(rows.map((row) => [row.key, row.label]));
}
