import "server-only";
import { type Actor, can } from "@/lib/platform/access/actor";
import { departmentsOf, programmesOf, reachesAll } from "@/lib/platform/access/scope";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";
import { SETTINGS, type SettingValue } from "@/lib/platform/settings/settings";

/** Which classes an actor reaches. */
export type ClassReach =
  | { kind: "all" }
  | { kind: "none" }
  /** The classes that the person teaches or, as a substitute, is going to teach. */
  | { kind: "taught"; teacherId: number }
  | { kind: "substituted"; teacherId: number }
  | { kind: "part"; programmes: string[]; departments: string[] };

/**
 * Staff reach classes by their scope; teachers their own until some time after the term (setting classes.teacher_days),
 * substitutes those of their dates (domain.md 2.3).
 */
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

const TODAY = "(now() AT TIME ZONE 'Asia/Phnom_Penh')::date";

/** Whether the term of the class `c` ended no more days ago than the setting gives its teachers. */
function withinTeacherDays(what: keyof SettingValue<"classes.teacher_days">): string {
  const byDefault = SETTINGS["classes.teacher_days"].byDefault[what];
  return `(SELECT rt.end_date FROM term rt WHERE rt.id = c.term_id) + coalesce((
      SELECT (value ->> '${what}')::integer FROM setting
       WHERE key = 'classes.teacher_days' AND valid_from <= ${TODAY} ORDER BY valid_from DESC LIMIT 1), ${byDefault}) >= ${TODAY}`;
}

/**
 * Whether the reach includes the telephone numbers of the class `c`, as SQL. Teachers need them while they teach and for
 * some weeks after it; what they keep longer is who was in the class (domain.md 2.3: contacts needed for teaching).
 */
export function contactsSql(reach: ClassReach): string {
  return reach.kind === "taught" ? withinTeacherDays("contacts") : "true";
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
               WHERE rs.class_id = c.id AND ${withinTeacherDays("rosters")}
                 AND (EXISTS (SELECT FROM slot r WHERE r.delivery_id = rp.delivery_id AND r.live AND r.teacher_id = ${me})
                   OR EXISTS (SELECT FROM meeting r WHERE r.delivery_id = rp.delivery_id AND r.teacher_id = ${me})))`;
    }
    case "substituted": {
      const me = `$${values.push(reach.teacherId)}`;
      return `EXISTS (SELECT FROM class_session rs JOIN class_part rp ON rp.session_id = rs.id
               JOIN meeting r ON r.delivery_id = rp.delivery_id
               WHERE rs.class_id = c.id AND r.teacher_id = ${me} AND NOT r.cancelled
                 AND r.on_date >= ${TODAY})`;
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

/**
 * Lets a command go on with a class that the actor reaches, whatever it does with it next.
 * @throws AppError `classes.class_not_found`
 */
export async function requireClass(actor: Actor, classId: number): Promise<void> {
  const reach = classReach(actor);
  const values: unknown[] = [classId];
  const rows = await query(
    `classes.reached.${reach.kind}`,
    `SELECT c.id FROM class c JOIN course co ON co.id = c.course_id WHERE c.id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  if (rows.length === 0) throw classNotFound();
}

/**
 * Lets a command go on with a course whose classes and groups the actor reaches; whoever reaches classes only because
 * they teach them reaches no course.
 * @throws AppError invalid, at the field
 */
export async function requireCourse(
  actor: Actor,
  courseId: number,
  field: "course" | "courseId" = "course",
): Promise<void> {
  const reach = classReach(actor);
  const code = "classes.course_not_found";
  const missing = new AppError("invalid", code, { fields: { [field]: [code] } });
  if (reach.kind !== "all" && reach.kind !== "part") throw missing;
  const values: unknown[] = [courseId];
  const rows = await query(
    `classes.course-reached.${reach.kind}`,
    `SELECT co.id FROM course co WHERE co.id = $1 AND ${classReachSql(reach, values)}`,
    values,
  );
  if (rows.length === 0) throw missing;
}
