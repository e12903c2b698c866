import "server-only";
import { courseOnDay } from "@/lib/curriculum/courses/course-choice";
import { findTemplateFor } from "@/lib/curriculum/part-templates/find-template";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayFromDb } from "@/lib/platform/dates/campus";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { requireCourse } from "../access";
import { findCombinedFor, joinCombined } from "../combined/join";
import { requireOffer } from "../editing/offer";
import type { CreateClassInput } from "../editing/schemas";
import { requireSection } from "../editing/section";
import { writeClassEvent } from "../events";
import { readingTiers } from "../reading/settings";
import type { ClassType, TimeOfDay } from "../schemas";
import { type SessionPlan, sessionsFrom, structureFaults } from "../structure";
import { addSessions, type MadePart, sharedDeliveries } from "./class-parts";

/** A class to be made; what is left out is decided by the rules of domain.md 4.3. */
export type NewClass = {
  courseId: number;
  termId: number;
  /** One letter; without it the first that is free for the course, the term and the time of day. */
  section?: string | null;
  timeOfDay: TimeOfDay;
  /** COMBINED is not asked for: it follows from an active combined template. */
  classType?: Exclude<ClassType, "COMBINED">;
  /** Seats; a class that joins others takes theirs. */
  capacity?: number;
  notes?: string | null;
  /** Sessions and parts to be copied one to one instead of those of the template. */
  sessions?: readonly SessionPlan[];
  /** False: stays alone although its course is taught together with others by template. */
  combine?: boolean;
  /** Of a reading class. */
  reading?: { targetEnrolment: number; description: string | null };
};

/** What was made. The parts come with their deliveries, so that weekly times can be given to them. */
export type MadeClass = {
  id: number;
  section: string;
  combinedClassId: number | null;
  parts: MadePart[];
};

const CAPACITY = 30;

/**
 * Makes a class in DRAFT with its sessions, parts, seats and event, inside the caller's transaction (domain.md 4.3). The
 * parts come from `sessions`, or from the template valid on the first day of the term, or are one MAIN part. A course of
 * an active combined template joins the combined class of its term, section and time of day, or begins it.
 * @throws AppError invalid with the field (course, term or section does not fit); refused
 *   `classes.template_missing`, `classes.parts_do_not_fit`, `classes.combined_parts_differ`; conflict `classes.section_taken`
 */
export async function createClass(tx: Tx, actor: Actor, input: NewClass): Promise<MadeClass> {
  const { course, term } = await requireOffer(tx, input);
  const section = await requireSection(tx, input);
  const type = input.classType ?? "STANDARD";
  const sessions = await planFor(tx, input, term.startDate);
  const combined =
    type === "STANDARD" && input.combine !== false
      ? await findCombinedFor(tx, {
          courseCode: course.code,
          termId: term.id,
          section,
          timeOfDay: input.timeOfDay,
        })
      : null;
  const shared = combined ? await sharedDeliveries(tx, combined, sessions) : null;
  const capacity = await capacityOf(type, input.capacity);
  const seatPoolId = combined?.seatPoolId ?? (await tx.seatPool.create({ data: { capacity } })).id;
  const combinedClassId = combined ? await joinCombined(tx, combined) : null;
  const { id } = await tx.class.create({
    data: {
      courseId: course.id,
      termId: term.id,
      section,
      timeOfDay: input.timeOfDay,
      classType: combined ? "COMBINED" : type,
      seatPoolId,
      combinedClassId,
      notes: input.notes ?? null,
    },
    select: { id: true },
  });
  const parts = await addSessions(tx, { classId: id, termId: term.id, sessions, shared });
  if (type === "READING")
    await tx.readingClass.create({
      data: {
        classId: id,
        targetEnrolment: input.reading?.targetEnrolment ?? 3,
        description: input.reading?.description ?? null,
      },
    });
  await writeClassEvent(tx, actor, id, "created", { section, combinedClassId });
  return { id, section, combinedClassId, parts };
}

async function capacityOf(type: ClassType, wanted: number | undefined): Promise<number> {
  if (type !== "READING") return wanted ?? CAPACITY;
  const { third: limit } = await readingTiers();
  if (wanted === undefined || wanted <= limit) return wanted ?? limit;
  throw new AppError("invalid", "classes.reading_capacity", {
    params: { limit },
    fields: { capacity: ["classes.reading_capacity"] },
  });
}

/** The sessions to make: as given, or by the template in force on the term's first day. */
async function planFor(tx: Tx, input: NewClass, onDay: string): Promise<readonly SessionPlan[]> {
  const template = await findTemplateFor(tx, input.courseId, onDay);
  if (template?.kind === "missing" || !template) {
    const { programmeCode = "", level = null } = template ?? {};
    throw new AppError("refused", "classes.template_missing", {
      params: { programme: programmeCode, level: level ?? "—" },
      fields: { course: ["classes.template_missing"] },
      href: "/part-templates",
    });
  }
  return requireFit(input.sessions ?? sessionsFrom(template), template.sessions);
}

function requireFit(sessions: readonly SessionPlan[], expected: number): readonly SessionPlan[] {
  const [fault] = structureFaults(sessions, expected);
  if (fault) throw new AppError("refused", fault.code, { params: fault.params });
  return sessions;
}

/**
 * Makes one class of the version of the course that holds on the first day of the term.
 * @throws AppError forbidden without classes:edit; what createClass throws
 */
export async function createClassCommand(
  actor: Actor,
  input: CreateClassInput,
): Promise<{ id: number; section: string; combinedClassId: number | null }> {
  authorise(actor, "classes:edit");
  const { targetEnrolment, description, course, ...facts } = input;
  const { id, section, combinedClassId } = await writeTx(actor, {}, async (tx) => {
    const term = await tx.term.findUnique({ where: { id: facts.termId }, select: { startDate: true } });
    if (!term)
      throw new AppError("invalid", "classes.term_not_found", {
        fields: { termId: ["classes.term_not_found"] },
      });
    const { id: courseId } = await courseOnDay(tx, course, dayFromDb(term.startDate), "course");
    await requireCourse(actor, courseId);
    return createClass(tx, actor, { ...facts, courseId, reading: { targetEnrolment, description } });
  });
  return { id, section, combinedClassId };
}
