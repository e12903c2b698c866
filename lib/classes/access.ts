import "server-only";
import { type Actor, can } from "@/lib/platform/access/actor";
import { departmentsOf, programmesOf, reachesAll } from "@/lib/platform/access/scope";
import { AppError } from "@/lib/platform/errors";

/** Which classes an actor reaches. */
export type ClassReach =
  | { kind: "all" }
  | { kind: "none" }
  /** The classes that the person teaches or, as a substitute, is going to teach. */
  | { kind: "taught"; teacherId: number }
  | { kind: "substituted"; teacherId: number }
  | { kind: "part"; programmes: string[]; departments: string[] };

/** Staff reach classes by their scope; teachers their own, substitutes those of their dates (domain.md 2.3). */
export function classReach(actor: Actor): ClassReach {
  if (can(actor, "classes:read")) {
    if (reachesAll(actor)) return { kind: "all" };
    const part = { programmes: programmesOf(actor), departments: departmentsOf(actor) };
    if (part.programmes.length + part.departments.length > 0) return { kind: "part", ...part };
  }
  if (can(actor, "classes:read_own") && actor.personId !== null) {
    const substitute = actor.kind === "account" && actor.role === "substitute";
    return { kind: substitute ? "substituted" : "taught", teacherId: actor.personId };
  }
  return { kind: "none" };
}

/**
 * The reach as SQL over the aliases `c` (class) and `co` (course), its parameters pushed onto `values`; the text
 * depends on the kind alone, so that each kind is one prepared statement.
 */
export function classReachSql(reach: ClassReach, values: unknown[]): string {
  switch (reach.kind) {
    case "all":
      return "true";
    case "none":
      return "false";
    case "taught": {
      const me = `$${values.push(reach.teacherId)}`;
      return `EXISTS (SELECT FROM class_session rs JOIN class_part rp ON rp.session_id = rs.id
               WHERE rs.class_id = c.id
                 AND (EXISTS (SELECT FROM slot r WHERE r.delivery_id = rp.delivery_id AND r.live AND r.teacher_id = ${me})
                   OR EXISTS (SELECT FROM meeting r WHERE r.delivery_id = rp.delivery_id AND r.teacher_id = ${me})))`;
    }
    case "substituted": {
      const me = `$${values.push(reach.teacherId)}`;
      return `EXISTS (SELECT FROM class_session rs JOIN class_part rp ON rp.session_id = rs.id
               JOIN meeting r ON r.delivery_id = rp.delivery_id
               WHERE rs.class_id = c.id AND r.teacher_id = ${me} AND NOT r.cancelled
                 AND r.on_date >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date)`;
    }
    case "part": {
      const programmes = `$${values.push(reach.programmes)}::text[]`;
      const departments = `$${values.push(reach.departments)}::text[]`;
      return `EXISTS (SELECT FROM programme rg JOIN cycle ry ON ry.id = rg.cycle_id JOIN division rd ON rd.id = ry.division_id
               WHERE (rg.code = ANY (${programmes}) OR rg.faculty_code = ANY (${departments}) OR rd.code = ANY (${departments}))
                 AND (rg.code = co.programme_code
                   OR EXISTS (SELECT FROM programme_requirement rr WHERE rr.programme_id = rg.id AND rr.course_id = co.id)))`;
    }
  }
}

/** The one answer for a class that does not exist and for one that the actor may not see. */
export function classNotFound(): AppError {
  return new AppError("not_found", "classes.class_not_found");
}
