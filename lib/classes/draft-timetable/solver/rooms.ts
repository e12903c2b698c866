import type { Highs } from "highs";
import { costOf, UNPLACED } from "./amounts";
import { Model, type Search } from "./model";
import { type Prepared, roomCan } from "./state";
import type { Times } from "./times";

/** The room (by index) of each weekly time of a task, in the order of its choice. */
export type Rooms = Map<number, number[]>;

/** What is to stay in one room: times (by index) of some tasks. */
type Item = { parts: { task: number; time: number }[]; pieces: number[]; rooms: number[] };

/**
 * Which room for what, when the times are known. First a whole class in one room; what finds none is tried part by
 * part, and at last time by time.
 */
export function findRooms(highs: Highs, prepared: Prepared, times: Times, search: Search): Rooms {
  const taken = prepared.roomBusy.map((busy) => new Set(busy));
  const given = new Map<string, number>();
  const steps: ((task: number, time: number) => string)[] = [
    (task) => `${prepared.problem.tasks[task]?.homeId}:${(prepared.rooms[task] ?? []).join()}`,
    (task) => `task ${task}`,
    (task, time) => `task ${task} time ${time}`,
  ];
  for (const [index, nameOf] of steps.entries()) {
    const share = { ...search, seconds: search.seconds * ([0.6, 0.5, 1][index] ?? 1) };
    giveOut(highs, prepared, times, taken, given, nameOf, share);
  }
  const rooms: Rooms = new Map();
  for (const [task, choice] of times.entries()) {
    if (choice < 0) continue;
    const count = prepared.problem.tasks[task]?.choices[choice]?.length ?? 0;
    const mine = Array.from({ length: count }, (_, time) => given.get(`${task}.${time}`));
    if (mine.every((room) => room !== undefined)) rooms.set(task, mine);
  }
  return rooms;
}

function giveOut(
  highs: Highs,
  prepared: Prepared,
  times: Times,
  taken: Set<number>[],
  given: Map<string, number>,
  nameOf: (task: number, time: number) => string,
  search: Search,
): void {
  const items = itemsOf(prepared, times, given, nameOf);
  const model = new Model();
  const variables: { item: Item; room: number; variable: number }[] = [];
  const byRoomPiece = new Map<number, number[]>();
  for (const item of items) {
    const mine = item.rooms
      .filter((room) => !item.pieces.some((cell) => taken[room]?.has(cell)))
      .map((room) => ({ item, room, variable: model.yesNo(costOfRoom(prepared, item, room)) }));
    if (mine.length === 0) continue;
    variables.push(...mine);
    model.exactlyOne([...mine.map(({ variable }) => variable), model.yesNo(UNPLACED * item.parts.length)]);
    for (const { room, variable } of mine)
      for (const cell of item.pieces) {
        const key = room * 1_000_000 + cell;
        const list = byRoomPiece.get(key);
        if (list) list.push(variable);
        else byRoomPiece.set(key, [variable]);
      }
  }
  const seen = new Set<string>();
  for (const list of byRoomPiece.values()) {
    const key = list.join();
    if (!seen.has(key)) model.atMost(1, list);
    seen.add(key);
  }
  const { values } = model.solve(highs, search);
  if (!values) return;
  for (const { item, room, variable } of variables) {
    if ((values[variable] ?? 0) <= 0.5) continue;
    for (const { task, time } of item.parts) given.set(`${task}.${time}`, room);
    for (const cell of item.pieces) taken[room]?.add(cell);
  }
}

function itemsOf(
  prepared: Prepared,
  times: Times,
  given: ReadonlyMap<string, number>,
  nameOf: (task: number, time: number) => string,
): Item[] {
  const items = new Map<string, Item>();
  for (const [task, choice] of times.entries()) {
    if (choice < 0) continue;
    const facts = prepared.problem.tasks[task];
    for (const [time, weekly] of (facts?.choices[choice] ?? []).entries()) {
      if (given.has(`${task}.${time}`)) continue;
      const name = nameOf(task, time);
      const item = items.get(name) ?? { parts: [], pieces: [], rooms: prepared.rooms[task] ?? [] };
      item.parts.push({ task, time });
      if (facts) item.pieces.push(...prepared.cells.of({ ...weekly, from: facts.from, to: facts.to }));
      items.set(name, item);
    }
  }
  return [...items.values()].filter((item) =>
    item.rooms.some((room) => roomCan(prepared, room, item.pieces)),
  );
}

/** Empty seats, a kind of room that only stands in for the wanted one, and leaving the room of the class. */
function costOfRoom({ problem }: Prepared, { parts }: Item, index: number): number {
  const room = problem.rooms[index];
  if (!room) return 0;
  const home = problem.tasks[parts[0]?.task ?? -1]?.homeRoomId ?? null;
  const away = home === null || home === room.id ? 0 : costOf(problem.weights, "sameRoom", 1);
  return parts.reduce((sum, { task }) => {
    const facts = problem.tasks[task];
    if (!facts) return sum;
    return (
      sum +
      costOf(problem.weights, "roomFit", room.capacity - facts.size) +
      costOf(problem.weights, "roomKind", Number(room.kind !== facts.kinds[0]))
    );
  }, away);
}
