import type { Obstacle, Placed, Problem, Task } from "../problem";
import { meets } from "./cells";
import { partOf } from "./part";
import { type Prepared, prepare, roomCan, teacherCan } from "./state";

/**
 * Why a task found no place among everything that did: for each of its possible times what stands in the way, counted
 * over the times, the most frequent first.
 */
export function explainUnplaced(problem: Problem, placed: readonly Placed[], index: number): Obstacle[] {
  const prepared = prepare(partOf(problem, placed, [index]));
  const task = prepared.problem.tasks[0];
  const original = problem.tasks[index];
  if (!task || !original) return [];
  const of = task.choices.length;
  const all = (code: Obstacle["code"], values: Obstacle["values"] = {}): Obstacle[] => [
    { code, times: of, of, values },
  ];
  if (of === 0) return all("no_time");
  if (!task.teacherless && task.teacherIds.length === 0) return all("no_teacher_qualified");
  if ((prepared.rooms[0] ?? []).length === 0)
    return all("no_room_exists", { kind: task.kinds[0] ?? "", size: task.size });
  const counted = new Map<string, Obstacle>();
  for (let choice = 0; choice < of; choice += 1) {
    const code = obstacleAt(prepared, original, choice);
    const found = counted.get(code) ?? { code, times: 0, of, values: valuesOf(prepared, code) };
    counted.set(code, { ...found, times: found.times + 1 });
  }
  return [...counted.values()].sort((a, b) => b.times - a.times);
}

function obstacleAt(prepared: Prepared, original: Task, choice: number): Obstacle["code"] {
  const task = prepared.problem.tasks[0];
  const times = task?.choices[choice] ?? [];
  const pieces = prepared.covered[0]?.[choice] ?? [];
  const at = { from: original.from, to: original.to };
  const fixed = original.busy.find((busy) => times.some((time) => meets({ ...time, ...at }, busy)));
  if (fixed)
    return fixed.why === "students"
      ? "students_meet"
      : fixed.why === "cohort"
        ? "cohort_meets"
        : "class_meets";
  if (!prepared.open[0]?.includes(choice)) return "class_meets";
  const teachers = prepared.teachers[0] ?? [];
  const there = teachers.filter(
    (teacher) => !pieces.some((cell) => prepared.teacherAway[teacher]?.has(cell)),
  );
  const free = there.filter((teacher) => teacherCan(prepared, teacher, pieces));
  const willing = free.filter(
    (teacher) =>
      (prepared.taught[teacher] ?? 0) + (prepared.minutes[0] ?? 0) <=
      (prepared.problem.teachers[teacher]?.mostMinutes ?? 0),
  );
  if (!task?.teacherless && willing.length === 0) {
    if (there.length === 0) return "teacher_unavailable";
    if (free.length > 0) return "teacher_full";
    return task?.wanted ? "teacher_busy" : "teachers_busy";
  }
  const room = (prepared.rooms[0] ?? []).some((each) => roomCan(prepared, each, pieces));
  return room ? "no_room_for_both" : "rooms_taken";
}

function valuesOf(prepared: Prepared, code: Obstacle["code"]): Obstacle["values"] {
  const task = prepared.problem.tasks[0];
  if (code === "rooms_taken") return { kind: task?.kinds[0] ?? "", size: task?.size ?? 0 };
  if (code === "teacher_busy" || code === "teacher_unavailable" || code === "teacher_full")
    return task?.wanted ? { teacherId: task.teacherIds[0] ?? 0 } : {};
  if (code === "teachers_busy") return { count: prepared.teachers[0]?.length ?? 0 };
  return {};
}
