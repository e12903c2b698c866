import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Busy, Draft, Problem, Task } from "../problem";
import { meets } from "./cells";
import { solve } from "./solve";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const TERM = { from: 0, to: 83 };
const EVENING = [1050, 1150];
const at = (weekday: number, startMin: number): Busy => ({
  weekday,
  startMin,
  endMin: startMin + 90,
  ...TERM,
});

function task(deliveryId: number, more: Partial<Task> = {}): Task {
  return {
    ...TERM,
    deliveryId,
    size: 30,
    kinds: ["CLASS"],
    teacherIds: [1, 2, 3],
    wanted: false,
    teacherless: false,
    choices: EVENING.map((startMin) =>
      [1, 3].map((weekday) => ({ weekday, startMin, endMin: startMin + 90 })),
    ),
    groups: [deliveryId],
    homeId: deliveryId,
    homeRoomId: null,
    busy: [],
    ...more,
  };
}

function problem(tasks: Task[], more: Partial<Problem> = {}): Problem {
  return {
    tasks,
    rooms: [
      { id: 1, kind: "CLASS", capacity: 32, busy: [] },
      { id: 2, kind: "CLASS", capacity: 40, busy: [] },
    ],
    teachers: [1, 2, 3].map((id) => ({ id, busy: [], wishes: [], mostMinutes: 1_440 })),
    apart: [],
    weights: {
      teacherTimes: 3,
      teacherDays: 2,
      teacherGaps: 3,
      cohortGaps: 3,
      roomFit: 1,
      roomKind: 3,
      sameRoom: 2,
    },
    seconds: 20,
    seed: 1,
    ...more,
  };
}

/** Everything that a draft must never do, looked at pair by pair. */
function broken(given: Problem, draft: Draft): string[] {
  const found: string[] = [];
  const stays = draft.placed.flatMap(({ task: index, choice, roomIds, teacherId }) => {
    const facts = given.tasks[index] as Task;
    return (facts.choices[choice] ?? []).map((time, place) => ({
      facts,
      index,
      time: { ...time, from: facts.from, to: facts.to },
      room: given.rooms.find(({ id }) => id === roomIds[place]),
      teacher: given.teachers.find(({ id }) => id === teacherId),
    }));
  });
  const apart = new Set(given.apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  for (const one of stays) {
    const { facts, time, room, teacher } = one;
    if (!room || room.capacity < facts.size || !facts.kinds.includes(room.kind)) found.push("room");
    if (room?.busy.some((busy) => meets(busy, time))) found.push("room busy");
    if (!teacher || !facts.teacherIds.includes(teacher.id)) found.push("teacher");
    if (teacher?.busy.some((busy) => meets(busy, time))) found.push("teacher busy");
    if (teacher?.wishes.some((wish) => wish.kind === "UNAVAILABLE" && meets({ ...wish, ...TERM }, time)))
      found.push("teacher away");
    if (facts.busy.some((busy) => meets(busy, time))) found.push("students");
    for (const other of stays) {
      if (other === one || !meets(other.time, time)) continue;
      if (other.room === room) found.push("room twice");
      if (other.teacher === teacher) found.push("teacher twice");
      if (other.facts.groups.some((group) => facts.groups.includes(group))) found.push("class twice");
      if (apart.has(`${one.index} ${other.index}`)) found.push("students twice");
    }
  }
  return found;
}

const run = (given: Problem) => {
  const draft = solve(highs, given);
  expect(broken(given, draft)).toEqual([]);
  return draft;
};
const codes = (draft: Draft) => draft.unplaced.map(({ obstacles }) => obstacles.map(({ code }) => code));

describe("a draft", () => {
  test("places everything that has room, and gives each class of the evening its hour", () => {
    const draft = run(problem([task(1), task(2), task(3), task(4)]));
    expect(draft.placed).toHaveLength(4);
    expect(draft.score.sameRoom).toBe(0);
  });

  test("says why the fifth class finds no room: two rooms, two hours", () => {
    const draft = run(problem([1, 2, 3, 4, 5].map((id) => task(id))));
    expect(draft.placed).toHaveLength(4);
    expect(codes(draft)).toEqual([["rooms_taken"]]);
    expect(draft.unplaced[0]?.obstacles[0]).toMatchObject({
      times: 2,
      of: 2,
      values: { kind: "CLASS", size: 30 },
    });
  });

  test("says that no room is so large, nobody is qualified, or its meetings are too long", () => {
    const draft = run(
      problem([
        task(1, { size: 60 }),
        task(2, { teacherIds: [] }),
        task(3, { choices: [] }),
        task(4, { kinds: ["LANG"] }),
      ]),
    );
    expect(codes(draft)).toEqual([
      ["no_room_exists"],
      ["no_teacher_qualified"],
      ["no_time"],
      ["no_room_exists"],
    ]);
  });

  test("never takes a time at which a teacher cannot, is elsewhere, or has too many hours", () => {
    const teachers = [
      { id: 1, busy: [], mostMinutes: 1_440, wishes: [{ ...at(1, 1050), kind: "UNAVAILABLE" as const }] },
      { id: 2, busy: [at(3, 1150)], mostMinutes: 1_440, wishes: [] },
      { id: 3, busy: [], mostMinutes: 60, wishes: [] },
    ];
    const wanted = (id: number, teacher: number) => task(id, { teacherIds: [teacher], wanted: true });
    const draft = run(problem([wanted(1, 1), wanted(2, 2), wanted(3, 3), wanted(4, 1)], { teachers }));
    const choices = new Map(draft.placed.map((each) => [each.task, each.choice]));
    expect(choices.get(1)).toBe(0);
    expect([choices.get(0), choices.get(3)].filter((choice) => choice !== undefined)).toEqual([1]);
    expect(codes(draft).flat()).toEqual(expect.arrayContaining(["teacher_full", "teacher_unavailable"]));
  });

  test("keeps parts of a class, cohorts, students and what stands fast apart", () => {
    const draft = run(
      problem(
        [
          task(1, { groups: [7] }),
          task(2, { groups: [7] }),
          task(3, { groups: [7] }),
          task(4, { busy: [{ ...at(1, 1050), why: "students" }] }),
        ],
        { apart: [[0, 3]] },
      ),
    );
    expect(draft.placed.length).toBe(3);
    expect(codes(draft)).toEqual([["class_meets"]]);
  });

  test("of sessions that follow each other uses one room for both", () => {
    const halves = [
      { from: 0, to: 41 },
      { from: 42, to: 83 },
    ];
    const rooms = [{ id: 1, kind: "CLASS" as const, capacity: 30, busy: [] }];
    const draft = run(
      problem(
        halves.flatMap((half, index) => [
          task(index * 2 + 1, { ...half, homeId: 1, groups: [1] }),
          task(index * 2 + 2, { ...half, homeId: 1, groups: [1] }),
        ]),
        { rooms },
      ),
    );
    expect(draft.placed).toHaveLength(4);
  });

  test("prefers the laboratory, and a classroom to none", () => {
    const rooms = [
      { id: 1, kind: "CLASS" as const, capacity: 32, busy: [] },
      { id: 2, kind: "COMP" as const, capacity: 40, busy: [] },
    ];
    const draft = run(
      problem(
        [1, 2, 3].map((id) => task(id, { kinds: ["COMP", "CLASS"] })),
        { rooms },
      ),
    );
    expect(draft.placed).toHaveLength(3);
    expect(draft.score.roomKind).toBe(2);
  });

  test("keeps to what teachers wish where it can, and counts where it cannot", () => {
    const teachers = [
      { id: 1, busy: [], mostMinutes: 1_440, wishes: [{ ...at(1, 1050), kind: "AVOID" as const }] },
    ];
    const wanted = (id: number) => task(id, { teacherIds: [1], wanted: true });
    const one = run(problem([wanted(1)], { teachers }));
    expect(one.placed[0]?.choice).toBe(1);
    expect(one.score.teacherTimes).toBe(0);
    const two = run(problem([wanted(1), wanted(2)], { teachers }));
    expect(two.placed).toHaveLength(2);
    expect(two.score.teacherTimes).toBe(90);
  });

  test("is the same for the same seed", () => {
    const many = problem(
      Array.from({ length: 8 }, (_, index) => task(index + 1, { size: 20 + index })),
      { teachers: [1, 2, 3].map((id) => ({ id, busy: [at(2, 1050)], wishes: [], mostMinutes: 1_440 })) },
    );
    const { seconds: _, ...first } = solve(highs, many);
    const { seconds: __, ...second } = solve(highs, many);
    expect(second).toEqual(first);
  });

  test("breaks no hard rule, whatever is asked", () => {
    const day = fc.integer({ min: 1, max: 3 });
    const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
    const busy = fc.tuple(day, fc.constantFrom(...EVENING)).map(([weekday, start]) => at(weekday, start));
    const given = fc
      .array(
        fc.record({
          size: fc.integer({ min: 10, max: 45 }),
          days: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
          group: fc.integer({ min: 1, max: 4 }),
          teacherIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
          busy: some(busy.map((time) => ({ ...time, why: "students" as const }))),
          half: fc.boolean(),
        }),
        { minLength: 1, maxLength: 9 },
      )
      .chain((drawn) =>
        fc.record({
          tasks: fc.constant(
            drawn.map(({ days, group, half, ...more }, index) =>
              task(index + 1, {
                ...more,
                ...(half ? { to: 41 } : {}),
                groups: [group],
                choices: EVENING.map((startMin) =>
                  days.map((weekday) => ({ weekday, startMin, endMin: startMin + 90 })),
                ),
              }),
            ),
          ),
          roomBusy: some(busy),
          teacherBusy: some(busy),
          away: some(busy),
        }),
      );
    fc.assert(
      fc.property(given, ({ tasks, roomBusy, teacherBusy, away }) => {
        const base = problem(tasks, { seconds: 2 });
        const asked = {
          ...base,
          rooms: base.rooms.map((room, index) => (index === 0 ? { ...room, busy: roomBusy } : room)),
          teachers: base.teachers.map((teacher, index) => ({
            ...teacher,
            busy: index === 0 ? teacherBusy : [],
            wishes: index === 1 ? away.map((time) => ({ ...time, kind: "UNAVAILABLE" as const })) : [],
          })),
        };
        const draft = solve(highs, asked);
        expect(broken(asked, draft)).toEqual([]);
        expect(draft.placed.length + draft.unplaced.length).toBe(tasks.length);
        for (const { obstacles } of draft.unplaced) expect(obstacles.length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });
});
