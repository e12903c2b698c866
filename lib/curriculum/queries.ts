import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { dayToDb } from "@/lib/platform/dates/campus";
import { db } from "@/lib/platform/db/prisma";

export type ProgrammeOption = {
  isActive: boolean;
  id: number;
  code: string;
  name: string;
  nameKm: string;
  kind: "ACADEMIC" | "LANGUAGE";
};

/** Programmes in the order of the university's own lists; those without new students included, since old ones keep them. */
export async function listProgrammes(actor: Actor): Promise<ProgrammeOption[]> {
  authorise(actor, "curriculum:read");
  return db().programme.findMany({
    select: { id: true, code: true, name: true, nameKm: true, kind: true, isActive: true },
    orderBy: [{ cycle: { rank: "desc" } }, { displayOrder: "asc" }, { code: "asc" }],
  });
}

export type RequirementLine = { sequence: number; courseCode: string; title: string; credits: number };

/**
 * The courses that a programme asks for on a day (YYYY-MM-DD), in order: the degree rules of a student are those of
 * the catalogue date (blueprints.md 6; domain.md 3.2). Empty for language programmes.
 */
export async function listRequirements(
  actor: Actor,
  programmeId: number,
  day: string,
): Promise<RequirementLine[]> {
  authorise(actor, "curriculum:read");
  const on = dayToDb(day);
  const rows = await db().programmeRequirement.findMany({
    where: { programmeId, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { sequence: true, course: { select: { code: true, title: true, credits: true } } },
    orderBy: { sequence: "asc" },
  });
  return rows.map(({ sequence, course }) => ({
    sequence,
    courseCode: course.code,
    title: course.title,
    credits: course.credits,
  }));
}

/**
 * Codes of all courses that belong to a programme on a day: its requirements; of a programme without requirement rows
 * the courses of its cycle; of a language programme its levels.
 */
export async function listProgrammeCourseCodes(
  actor: Actor,
  programme: { id: number; code: string; kind: "ACADEMIC" | "LANGUAGE" },
  day: string,
): Promise<string[]> {
  authorise(actor, "curriculum:read");
  if (programme.kind === "ACADEMIC") {
    const required = await listRequirements(actor, programme.id, day);
    if (required.length > 0) return required.map((line) => line.courseCode);
  }
  const courses = await db().course.findMany({
    where:
      programme.kind === "LANGUAGE"
        ? { programmeCode: programme.code }
        : { cycle: { programmes: { some: { id: programme.id } } } },
    select: { code: true },
    distinct: ["code"],
  });
  return courses.map((course) => course.code);
}
