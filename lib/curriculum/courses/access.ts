import "server-only";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { reachesAll } from "@/lib/platform/access/scope";
import { AppError } from "@/lib/platform/errors";

/** Whether the actor may change the catalogue. Courses serve several programmes, so that takes the whole campus. */
export function mayEditCourses(actor: Actor): boolean {
  return can(actor, "curriculum:edit") && reachesAll(actor);
}

/** @throws AppError forbidden, `curriculum.courses_of_campus` for who is assigned to a part of the campus */
export function requireCatalogue(actor: Actor): void {
  authorise(actor, "curriculum:edit");
  if (!reachesAll(actor)) throw new AppError("forbidden", "curriculum.courses_of_campus");
}
