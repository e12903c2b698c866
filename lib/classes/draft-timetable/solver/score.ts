import { type Placed, type Problem, type Score, WISHES } from "../problem";
import { costOf, UNPLACED } from "./amounts";
import { dislike, type Prepared } from "./state";

type Stay = { startMin: number; endMin: number; from: number; to: number };

/** Shorter pauses between two lessons are pauses, not gaps. */
const PAUSE = 20;

/** Minutes between lessons of one day, longer than a pause. */
function gaps(stays: readonly Stay[]): number {
  const sorted = [...stays].sort((a, b) => a.startMin - b.startMin);
  let sum = 0;
  let end = sorted[0]?.endMin ?? 0;
  for (const stay of sorted.slice(1)) {
    if (stay.startMin - end > PAUSE) sum += stay.startMin - end;
    end = Math.max(end, stay.endMin);
  }
  return sum;
}

/** Days and gaps of one week, averaged over the stretches of the term in which the week is the same. */
function week(byDay: ReadonlyMap<number, Stay[]>, marks: readonly number[]): { days: number; gaps: number } {
  const total = { days: 0, gaps: 0 };
  const length = (marks.at(-1) ?? 0) - (marks[0] ?? 0) || 1;
  for (let mark = 0; mark + 1 < marks.length; mark += 1) {
    const [from = 0, to = 0] = [marks[mark], marks[mark + 1]];
    for (const stays of byDay.values()) {
      const there = stays.filter((stay) => stay.from <= from && stay.to >= to - 1);
      total.days += (Number(there.length > 0) * (to - from)) / length;
      total.gaps += (gaps(there) * (to - from)) / length;
    }
  }
  return total;
}

/** Marks between which no task begins or ends. */
function marksOf(problem: Problem): number[] {
  return [...new Set(problem.tasks.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
}

type Weeks = Map<number, Map<number, Stay[]>>;

function stay(weeks: Weeks, key: number, weekday: number, at: Stay): void {
  const days = weeks.get(key) ?? new Map<number, Stay[]>();
  const list = days.get(weekday) ?? [];
  list.push(at);
  days.set(weekday, list);
  weeks.set(key, days);
}

/** How well a draft fulfils each wish, in the units of the wish; nothing is estimated. */
export function scoreOf(prepared: Prepared, placed: readonly Placed[]): Score {
  const { problem } = prepared;
  const score = Object.fromEntries(WISHES.map((wish) => [wish, 0])) as Score;
  const rooms = new Map(problem.rooms.map((room) => [room.id, room]));
  const teacherAt = new Map(problem.teachers.map((teacher, index) => [teacher.id, index]));
  const teaching: Weeks = new Map();
  const learning: Weeks = new Map();
  const homes = new Map<string, Set<number>>();
  for (const each of placed) {
    const task = problem.tasks[each.task];
    const times = task?.choices[each.choice];
    if (!task || !times) continue;
    const teacher = each.teacherId === null ? undefined : teacherAt.get(each.teacherId);
    if (teacher !== undefined) score.teacherTimes += dislike(prepared, teacher, each.task, each.choice);
    const home = `${task.homeId} ${task.kinds[0]}`;
    for (const [index, time] of times.entries()) {
      const at = { ...time, from: task.from, to: task.to };
      if (each.teacherId !== null) stay(teaching, each.teacherId, time.weekday, at);
      for (const group of task.groups) stay(learning, group, time.weekday, at);
      const room = rooms.get(each.roomIds[index] ?? 0);
      if (!room) continue;
      score.roomFit += room.capacity - task.size;
      score.roomKind += Number(room.kind !== task.kinds[0]);
      homes.set(home, (homes.get(home) ?? new Set()).add(room.id));
    }
  }
  for (const teacher of problem.teachers)
    if (teaching.has(teacher.id))
      for (const busy of teacher.busy) stay(teaching, teacher.id, busy.weekday, busy);
  const marks = marksOf(problem);
  for (const byDay of teaching.values()) {
    const found = week(byDay, marks);
    score.teacherDays += found.days;
    score.teacherGaps += found.gaps;
  }
  for (const byDay of learning.values()) score.cohortGaps += week(byDay, marks).gaps;
  for (const used of homes.values()) score.sameRoom += used.size - 1;
  for (const wish of WISHES) score[wish] = Math.round(score[wish]);
  return score;
}

/** One number for a draft: what the wishes cost by their weights, and every task without a place. */
export function totalCost(problem: Problem, score: Score, unplaced: number): number {
  return WISHES.reduce((sum, wish) => sum + costOf(problem.weights, wish, score[wish]), unplaced * UNPLACED);
}
