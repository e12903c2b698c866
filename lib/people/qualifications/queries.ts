import "server-only";
import { cache } from "react";
import type { QualificationRow } from "@/lib/people/qualifications/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** What a teacher may teach, by department. The caller has found the teacher through the actor's reach. */
export const listQualifications = cache(
  async (actor: Actor, teacherId: number): Promise<QualificationRow[]> => {
    authorise(actor, "people:read");
    return query<QualificationRow>(
      "people.qualifications",
      `SELECT q.id, q.version, json_build_object('code', d.code, 'name', d.name, 'nameKm', d.name_km) AS department,
              q.minimum_degree AS "minimumDegree", q.levels, q.is_native_english AS "isNativeEnglish",
              q.has_special AS "hasSpecial", q.special_note AS "specialNote", q.is_coordinator AS "isCoordinator",
              q.valid_from AS "validFrom", q.valid_to AS "validTo"
         FROM teaching_qualification q JOIN department d ON d.id = q.department_id
        WHERE q.teacher_id = $1 ORDER BY d.display_order, d.name LIMIT 100`,
      [teacherId],
    );
  },
);
