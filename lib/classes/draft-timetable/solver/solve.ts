import type { Highs } from "highs";
import type { Draft, Placed, Problem, Step } from "../problem";
import { explainUnplaced } from "./explain";
import { neighbourhood } from "./neighbourhood";
import { partOf } from "./part";
import { findRooms } from "./rooms";
import { scoreOf, totalCost } from "./score";
import { type Prepared, prepare } from "./state";
import { findTeachers } from "./teachers";
import { choicesOf, findTimes } from "./times";

type Told = (step: Step, done: number) => void;

/** Rounds without any gain before the search ends. */
const PATIENCE = 40;
/** Most rounds: what ends after them is the same on every machine. */
const ROUNDS = 300;
/** Tasks that are placed anew together. */
const TOGETHER = 14;
/** How close to the best possible a step has to come. */
const GAP = { first: 0.005, round: 0.001 };

/**
 * Draws up a timetable: times first, then teachers, then rooms, each a model of HiGHS; then small parts of it again and
 * again, times and teachers together, to place what is left and to please more wishes. Every result keeps all hard
 * rules, whenever the search ends.
 *
 * @param tell hears the step and how far the whole is, 0 to 1
 */
export function solve(highs: Highs, problem: Problem, tell: Told = () => undefined): Draft {
  const began = Date.now();
  const spent = () => (Date.now() - began) / 1_000;
  const { seconds, seed } = problem;
  const prepared = prepare(problem);
  tell("times", 0);
  let placed = first(highs, prepared, (share) => Math.min(seconds * share, seconds - spent()), seed, tell);
  let cost = costOfDraft(prepared, placed);
  let idle = 0;
  const possible = problem.tasks.map((_, task) => choicesOf(prepared, task).length > 0);
  for (let round = 1; round <= ROUNDS && idle < PATIENCE && spent() < seconds; round += 1) {
    const there = new Set(placed.map(({ task }) => task));
    const missing = problem.tasks.flatMap((_, task) => (there.has(task) || !possible[task] ? [] : [task]));
    // What has no place has every other round; in between the rest may move, and make room.
    const mends = missing.length > 0 && round % 2 === 1;
    tell(mends ? "repair" : "improve", Math.min(0.99, 0.6 + (0.39 * spent()) / seconds));
    const chosen = neighbourhood(prepared, placed, mends ? missing : [], TOGETHER, seed + round);
    if (chosen.length === 0) break;
    const tried = again(highs, problem, placed, chosen, Math.min(8, seconds - spent()), seed + round);
    const triedCost = costOfDraft(prepared, tried);
    if (triedCost < cost - 1e-6) {
      [placed, cost] = [tried, triedCost];
      idle = 0;
    } else idle += 1;
  }
  tell("improve", 1);
  const there = new Set(placed.map(({ task }) => task));
  return {
    placed: [...placed].sort((a, b) => a.task - b.task),
    unplaced: problem.tasks.flatMap((_, task) =>
      there.has(task) ? [] : [{ task, obstacles: explainUnplaced(problem, placed, task) }],
    ),
    score: scoreOf(prepared, placed),
    complete: spent() < seconds,
    seconds: Math.round(spent() * 10) / 10,
  };
}

function first(
  highs: Highs,
  prepared: Prepared,
  limit: (share: number) => number,
  seed: number,
  tell: Told,
): Placed[] {
  const times = findTimes(highs, prepared, { seconds: limit(0.25), seed, gap: GAP.first });
  tell("teachers", 0.1);
  const open = times.map((choice) => (choice < 0 ? [] : [choice]));
  const taught = findTeachers(highs, prepared, open, { seconds: limit(0.3), seed, gap: 0.02 });
  tell("rooms", 0.4);
  const kept = times.map((choice, task) => (taught.has(task) ? choice : -1));
  const rooms = findRooms(highs, prepared, kept, { seconds: limit(0.2), seed, gap: 0.02 });
  return put(prepared, taught, rooms);
}

/** Places some tasks anew, all others standing where they stand. */
function again(
  highs: Highs,
  problem: Problem,
  placed: readonly Placed[],
  chosen: readonly number[],
  seconds: number,
  seed: number,
): Placed[] {
  const prepared = prepare(partOf(problem, placed, chosen));
  const search = { seconds, seed, gap: GAP.round };
  const open = prepared.problem.tasks.map((_, task) => choicesOf(prepared, task));
  const taught = findTeachers(highs, prepared, open, search);
  const times = prepared.problem.tasks.map((_, task) => taught.get(task)?.choice ?? -1);
  const rooms = findRooms(highs, prepared, times, search);
  const fresh = put(prepared, taught, rooms).map((each) => ({ ...each, task: chosen[each.task] ?? -1 }));
  const inside = new Set(chosen);
  return [...placed.filter(({ task }) => !inside.has(task)), ...fresh];
}

function put(
  { problem }: Prepared,
  taught: ReturnType<typeof findTeachers>,
  rooms: ReturnType<typeof findRooms>,
): Placed[] {
  return [...taught].flatMap(([task, { choice, teacher }]) => {
    const given = rooms.get(task);
    if (!given) return [];
    const roomIds = given.map((room) => problem.rooms[room]?.id ?? 0);
    const teacherId = teacher === null ? null : (problem.teachers[teacher]?.id ?? null);
    return [{ task, choice, roomIds, teacherId }];
  });
}

function costOfDraft(prepared: Prepared, placed: readonly Placed[]): number {
  const unplaced = prepared.problem.tasks.length - placed.length;
  return totalCost(prepared.problem, scoreOf(prepared, placed), unplaced);
}
