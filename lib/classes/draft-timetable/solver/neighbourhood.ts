import type { Placed } from "../problem";
import type { Prepared } from "./state";

/** A small generator of chances that gives the same ones for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Tasks to be placed anew together: one that has no place, or any, and those that most stand in its way or share its
 * teachers, groups and times.
 */
export function neighbourhood(
  prepared: Prepared,
  placed: readonly Placed[],
  missing: readonly number[],
  most: number,
  seed: number,
): number[] {
  const random = chances(seed);
  const { problem, covered } = prepared;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const centre = missing.length > 0 ? pick(missing) : pick(placed)?.task;
  if (centre === undefined) return [];
  const wanted = new Set((covered[centre] ?? []).flat());
  const teachers = new Set(prepared.teachers[centre]);
  const teacherAt = new Map(problem.teachers.map((teacher, index) => [teacher.id, index]));
  const seat = placed.find(({ task }) => task === centre);
  const near = placed
    .filter(({ task }) => task !== centre)
    .map((each) => {
      const teacher = each.teacherId === null ? -1 : (teacherAt.get(each.teacherId) ?? -1);
      const sameTime = (covered[each.task]?.[each.choice] ?? []).some((cell) => wanted.has(cell));
      const close =
        Number(prepared.apart[centre]?.has(each.task)) * 3 +
        Number(seat !== undefined && seat.teacherId !== null && each.teacherId === seat.teacherId) * 4 +
        Number(teachers.has(teacher)) +
        Number(sameTime) * 1.5;
      return { task: each.task, rank: close + random() * 2 };
    })
    .sort((a, b) => b.rank - a.rank);
  return [centre, ...near.slice(0, most - 1).map(({ task }) => task)];
}
