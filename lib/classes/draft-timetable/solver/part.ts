import type { Busy, Placed, Problem } from "../problem";

/**
 * The same problem for some tasks only, everything else standing where it stands. Its tasks are numbered in the order
 * given, so that what is found can be put back.
 */
export function partOf(problem: Problem, placed: readonly Placed[], chosen: readonly number[]): Problem {
  const inside = new Map(chosen.map((task, index) => [task, index]));
  const teacherBusy = new Map<number, Busy[]>();
  const roomBusy = new Map<number, Busy[]>();
  const taken = new Map<number, Busy[]>();
  const homes = new Map<string, number>();
  const put = (into: Map<number, Busy[]>, key: number, busy: Busy) =>
    into.set(key, [...(into.get(key) ?? []), busy]);
  for (const each of placed) {
    const task = problem.tasks[each.task];
    if (!task || inside.has(each.task)) continue;
    for (const [index, time] of (task.choices[each.choice] ?? []).entries()) {
      const busy = { ...time, from: task.from, to: task.to };
      if (each.teacherId !== null) put(teacherBusy, each.teacherId, busy);
      put(roomBusy, each.roomIds[index] ?? 0, busy);
      put(taken, each.task, busy);
      homes.set(`${task.homeId} ${task.kinds[0]}`, each.roomIds[index] ?? 0);
    }
  }
  const apart = neighbours(problem);
  return {
    ...problem,
    tasks: chosen.flatMap((index) => {
      const task = problem.tasks[index];
      if (!task) return [];
      const others = [...(apart.get(index) ?? [])].flatMap((other) => taken.get(other) ?? []);
      const busy = [...task.busy, ...others.map((each) => ({ ...each, why: "class" as const }))];
      const homeRoomId = task.homeRoomId ?? homes.get(`${task.homeId} ${task.kinds[0]}`) ?? null;
      return [{ ...task, busy, homeRoomId }];
    }),
    teachers: problem.teachers.map((teacher) => {
      const more = teacherBusy.get(teacher.id);
      return more ? { ...teacher, busy: [...teacher.busy, ...more] } : teacher;
    }),
    rooms: problem.rooms.map((room) => {
      const more = roomBusy.get(room.id);
      return more ? { ...room, busy: [...room.busy, ...more] } : room;
    }),
    apart: problem.apart.flatMap(([a, b]): [number, number][] => {
      const [first, second] = [inside.get(a), inside.get(b)];
      return first === undefined || second === undefined ? [] : [[first, second]];
    }),
  };
}

/** Tasks that may not meet, by task. */
function neighbours({ tasks, apart }: Problem): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const join = (a: number, b: number) => {
    if (a !== b) found.set(a, (found.get(a) ?? new Set()).add(b));
  };
  const groups = new Map<number, number[]>();
  for (const [index, task] of tasks.entries())
    for (const group of task.groups) groups.set(group, [...(groups.get(group) ?? []), index]);
  for (const members of groups.values()) for (const a of members) for (const b of members) join(a, b);
  for (const [a, b] of apart) {
    join(a, b);
    join(b, a);
  }
  return found;
}
