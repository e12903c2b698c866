import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import {
  changeItemCommand,
  decideCommand,
  discardCommand,
  startApplyCommand,
  startDraftCommand,
} from "@/lib/classes/draft-timetable/commands";
import { USUAL } from "@/lib/classes/draft-timetable/kinds";
import {
  countDecisions,
  getProposal,
  listDraftTerms,
  listProposalItems,
  listProposals,
} from "@/lib/classes/draft-timetable/queries";
import { applySummary } from "@/lib/classes/draft-timetable/schemas";
import { listViolations } from "@/lib/classes/draft-timetable/violations";
import type { AccountActor } from "@/lib/platform/access/actor";
import { startApplyCommand as applySet, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  makeCampus,
  makeClass,
  makeCourse,
  makeRoom,
  makeStudent,
  makeTeacher,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const options = { ...USUAL, minutes: 1 };
const ALL = { page: 1, size: 100, q: "", show: null } as const;
const today = campusToday();

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;
let n = 0;
let termId: number;
let otherTermId: number;
let roomId: number;
let teacherId: number;

/** Dates of a term, in days from today. */
const days = (start: number, end: number) => ({ start, end, add: start + 7, drop: start + 14 });

const run = (sql: string, values: unknown[] = []) => arrange(database.pool, sql, values);
const rows = async <T>(sql: string, values: unknown[] = []) =>
  (await database.pool.query(sql, values)).rows as T[];

/** A teacher with the qualification for the courses of these tests. */
async function qualified(): Promise<number> {
  const id = await makeTeacher(database.pool);
  await run(
    `INSERT INTO teaching_qualification (teacher_id, department_id, minimum_degree, levels, valid_from)
     SELECT $1, id, 'MASTER', 'BOTH', '2020-01-01' FROM department WHERE code = 'AFAC' RETURNING id`,
    [id],
  );
  return id;
}

/** A class of the evening that wants Monday and Wednesday, without any time. */
async function wanting(name: string, more: { termId?: number; capacity?: number } = {}) {
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `${name}-${n}`);
  const made = await makeClass(database.pool, { courseId, termId, ...more });
  await run("UPDATE delivery SET weekdays = '{1,3}', minutes = 90 WHERE id = $1 RETURNING id", [
    made.deliveryId,
  ]);
  return made;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  campus = await makeCampus(database.pool);
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
  await run("INSERT INTO department (code, name, name_km) VALUES ('AFAC', 'Academic', 'សិក្សា') RETURNING id");
});
afterAll(() => database.close());

beforeEach(async () => {
  n += 1;
  // Rooms and teachers of earlier tests are none of this one's.
  await run("UPDATE room SET is_active = false RETURNING id");
  await run("UPDATE teacher SET status = 'ON_LEAVE' RETURNING person_id AS id");
  termId = await makeTerm(database.pool, { code: `NEXT-${n}`, ...days(30, 113) });
  otherTermId = await makeTerm(database.pool, { code: `OTHER-${n}`, ...days(60, 143) });
  roomId = await makeRoom(database.pool, `R${n}`);
  teacherId = await qualified();
});

async function drafted(more: { which?: "all"; keep?: "nothing" } = {}): Promise<number> {
  const { id } = await startDraftCommand(registrar, { termId, ...options, ...more } as never);
  expect((await runWaitingJobs()).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  return id;
}
const itemsOf = async (id: number) => (await listProposalItems(registrar, id, ALL)).rows;
const violations = (id: number) => listViolations(registrar, id, options, today);
const slotsOf = (deliveryId: number) =>
  rows<{ weekday: number; start_min: number; room_id: number; teacher_id: number }>(
    "SELECT weekday, start_min, room_id, teacher_id FROM slot WHERE delivery_id = $1 AND live ORDER BY weekday",
    [deliveryId],
  );
const accept = (id: number) =>
  decideCommand(registrar, {
    id,
    deliveryIds: [],
    matching: { q: "", show: "PENDING" },
    decision: "ACCEPTED",
  });

async function applied(id: number) {
  const { changeSetId } = await startApplyCommand(registrar, { id, version: 1 });
  expect((await runWaitingJobs()).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  return step(changeSetId, applySet);
}
async function step(id: number, start: typeof applySet) {
  const { version } = await getChangeSet(registrar, id);
  await start(registrar, { id, version });
  expect((await runWaitingJobs()).map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  return getChangeSet(registrar, id);
}

describe("a draft of a term", () => {
  it("keeps away from what other terms have, in room and teacher, on the days on which they overlap", async () => {
    const other = await makeCourse(database.pool, campus.cycles.bachelor, `OTH-${n}`);
    const busy = { startMin: 1050, endMin: 1140 };
    await makeClass(database.pool, {
      courseId: other,
      termId: otherTermId,
      slots: [{ weekday: 3, ...busy, roomId, teacherId }],
    });
    const one = await wanting("ONE");
    const two = await wanting("TWO");
    const id = await drafted();
    const found = await itemsOf(id);
    expect(found.map(({ times }) => times.map(({ weekday, startMin }) => [weekday, startMin]))).toEqual(
      expect.arrayContaining([
        [
          [1, 1150],
          [3, 1150],
        ],
        [],
      ]),
    );
    expect(found).toHaveLength(2);
    expect(found.map(({ deliveryId }) => deliveryId).sort()).toEqual([one.deliveryId, two.deliveryId].sort());
    const left = found.find(({ times }) => times.length === 0);
    expect(left?.reasons.map(({ code }) => code)).toContain("teachers_busy");
    expect(await violations(id)).toEqual([]);
    expect(await getProposal(registrar, id)).toMatchObject({
      status: "READY",
      score: { deliveries: 2, placed: 1, unplaced: 1, complete: true },
    });
    expect((await listProposals(registrar, { page: 1, size: 25 })).rows[0]).toMatchObject({ id });
  });

  it("never asks a teacher who cannot, nor the students of a class for two at once", async () => {
    await run(
      "INSERT INTO teacher_wish (teacher_id, weekday, start_min, end_min, kind) VALUES ($1, 1, 1050, 1100, 'UNAVAILABLE') RETURNING id",
      [teacherId],
    );
    const another = await qualified();
    await makeRoom(database.pool, `S${n}`);
    const [one, two] = [await wanting("ONE"), await wanting("TWO")];
    const student = await makeStudent(database.pool);
    for (const { id } of [one, two])
      await run(
        "INSERT INTO enrolment (student_id, class_id, enrolled_by) VALUES ($1, $2, 'system:test') RETURNING id",
        [student, id],
      );
    const id = await drafted();
    const found = await itemsOf(id);
    expect(found.map(({ times }) => times[0]?.startMin).sort()).toEqual([1050, 1150]);
    const early = found.find(({ times }) => times[0]?.startMin === 1050);
    expect(early?.times[0]?.teacherId).toBe(another);
    expect(await violations(id)).toEqual([]);
  });

  it("says which room it lacks", async () => {
    await wanting("HUGE", { capacity: 90 });
    const [row] = await itemsOf(await drafted());
    expect(row?.reasons).toMatchObject([{ code: "no_room_exists", values: { kind: "CLASS", size: 90 } }]);
  });

  it("of everything leaves alone what students sit in, unless it is asked to move that too", async () => {
    const other = await qualified();
    const slots = [1, 3].map((weekday) => ({
      weekday,
      startMin: 1050,
      endMin: 1140,
      roomId,
      teacherId: other,
    }));
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `SAT-${n}`);
    const seated = await makeClass(database.pool, { courseId, termId, slots });
    await run("UPDATE seat_pool SET taken = 1 WHERE id = $1 RETURNING id", [seated.seatPoolId]);
    const free = await wanting("FREE");
    const kept = await itemsOf(await drafted({ which: "all" }));
    expect(kept.map(({ deliveryId }) => deliveryId)).toEqual([free.deliveryId]);
    expect(kept[0]?.times[0]?.startMin).toBe(1150);
    const moved = await itemsOf(await drafted({ which: "all", keep: "nothing" }));
    expect(moved).toHaveLength(2);
  });

  it("runs once a term, and for none that is over", async () => {
    await wanting("ONE");
    await startDraftCommand(registrar, { termId, ...options } as never);
    await expect(startDraftCommand(registrar, { termId, ...options } as never)).rejects.toMatchObject({
      code: "draft_timetable.runs_already",
    });
    await runWaitingJobs();
    const over = await makeTerm(database.pool, { code: `OVER-${n}`, ...days(-90, -5), add: -20, drop: -10 });
    await expect(startDraftCommand(registrar, { termId: over, ...options } as never)).rejects.toMatchObject({
      code: "draft_timetable.term_over",
    });
    expect((await listDraftTerms(registrar)).find(({ id }) => id === termId)).toMatchObject({
      deliveries: 1,
      missing: 1,
      incomplete: 1,
    });
    const teacher = accountActor({ role: "teacher", accountId: 99 });
    await expect(startDraftCommand(teacher, { termId, ...options } as never)).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  it("gives nobody the place of a part that finds no other", async () => {
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `LONG-${n}`);
    // Both evening hours of Monday in the only room, and too long for any time of study.
    const slots = [1050, 1150].map((startMin) => ({ weekday: 1, startMin, endMin: startMin + 90, roomId }));
    const long = await makeClass(database.pool, { courseId, termId, slots });
    await run("UPDATE delivery SET weekdays = '{1}', minutes = 600 WHERE id = $1 RETURNING id", [
      long.deliveryId,
    ]);
    const one = await wanting("ONE");
    const id = await drafted({ which: "all", keep: "nothing" });
    expect(await listViolations(registrar, id, options, today)).toEqual([]);
    const found = await itemsOf(id);
    const reasons = (deliveryId: number) =>
      found.find((row) => row.deliveryId === deliveryId)?.reasons.map(({ code }) => code);
    expect(found.flatMap(({ times }) => times)).toEqual([]);
    expect(reasons(long.deliveryId)).toEqual(["no_time"]);
    expect(reasons(one.deliveryId)).toContain("rooms_taken");
    expect((await getProposal(registrar, id)).score).toMatchObject({ deliveries: 2, placed: 0, unplaced: 2 });
  });
});

describe("the check by the tables", () => {
  it("finds every hard rule that is broken", async () => {
    await run(
      "INSERT INTO teacher_wish (teacher_id, weekday, start_min, end_min, kind) VALUES ($1, 5, 1050, 1140, 'UNAVAILABLE') RETURNING id",
      [teacherId],
    );
    const [one, two, large] = [
      await wanting("ONE"),
      await wanting("TWO"),
      await wanting("BIG", { capacity: 90 }),
    ];
    const lab = await wanting("LAB");
    await run("UPDATE delivery SET room_need = 'COMP' WHERE id = $1 RETURNING id", [lab.deliveryId]);
    const gone = await qualified();
    await run("UPDATE teacher SET status = 'INACTIVE' WHERE person_id = $1 RETURNING person_id AS id", [
      gone,
    ]);
    const student = await makeStudent(database.pool);
    for (const { id } of [one, two])
      await run(
        "INSERT INTO enrolment (student_id, class_id, enrolled_by) VALUES ($1, $2, 'system:test') RETURNING id",
        [student, id],
      );
    // A second part of the first class.
    const part = await run("INSERT INTO delivery (term_id) VALUES ($1) RETURNING id", [termId]);
    await run(
      `INSERT INTO class_part (session_id, code, part_type, name, name_km, weight, delivery_id)
       SELECT id, 2, 'LAB', 'Lab', 'Lab', 0, $2 FROM class_session WHERE class_id = $1 RETURNING id`,
      [one.id, part],
    );
    const otherRoom = await makeRoom(database.pool, `T${n}`);
    const proposal = await run(
      "INSERT INTO timetable_proposal (term_id, status, options, created_by) VALUES ($1, 'READY', '{}', 'system:test') RETURNING id",
      [termId],
    );
    const item = (deliveryId: number, weekday: number, room: number | null, teacher: number | null) =>
      run(
        `INSERT INTO proposal_item (proposal_id, delivery_id, weekday, start_min, end_min, room_id, teacher_id)
         VALUES ($1, $2, $3, 1050, 1140, $4, $5) RETURNING id`,
        [proposal, deliveryId, weekday, room, teacher],
      );
    const told = async () => {
      const found = await listViolations(registrar, proposal, { size: "seats", standIn: false }, today);
      return [...new Set(found.map(({ rule }) => rule))].sort();
    };
    await item(one.deliveryId, 1, roomId, null);
    expect(await told()).toEqual([]);
    const second = await item(two.deliveryId, 1, roomId, null);
    expect(await told()).toEqual(["room_twice", "students_twice"]);
    await run("UPDATE proposal_item SET decision = 'REJECTED' WHERE id = $1 RETURNING id", [second]);
    expect(await told()).toEqual([]);
    await item(part, 1, otherRoom, null);
    // Whoever sits in the class would be in both.
    expect(await told()).toEqual(["class_twice", "students_twice"]);
    await run("DELETE FROM proposal_item WHERE delivery_id = $1 RETURNING id", [part]);
    await item(one.deliveryId, 5, null, teacherId);
    expect(await told()).toEqual(["teacher_unavailable"]);
    await item(lab.deliveryId, 5, otherRoom, teacherId);
    expect(await told()).toEqual(["room_kind", "teacher_twice", "teacher_unavailable"]);
    await item(large.deliveryId, 2, otherRoom, gone);
    expect(await told()).toEqual([
      "room_kind",
      "room_small",
      "teacher_gone",
      "teacher_twice",
      "teacher_unavailable",
    ]);
    // What stands in another term counts as well, on the days that both have.
    await run("DELETE FROM proposal_item WHERE proposal_id = $1 AND weekday > 1 RETURNING id", [proposal]);
    const outside = await makeCourse(database.pool, campus.cycles.bachelor, `OUT-${n}`);
    await makeClass(database.pool, {
      courseId: outside,
      termId: otherTermId,
      slots: [{ weekday: 1, startMin: 1130, endMin: 1200, roomId }],
    });
    expect(await told()).toEqual(["room_twice"]);
  });
});

describe("deciding and applying", () => {
  it("gives what was accepted its weekly times and meetings, and undo takes them back", async () => {
    const [one, two] = [await wanting("ONE"), await wanting("TWO")];
    const id = await drafted();
    expect((await accept(id)).count).toBe(2);
    const rejected = { id, deliveryIds: [two.deliveryId], matching: null, decision: "REJECTED" as const };
    expect((await decideCommand(registrar, rejected)).count).toBe(1);
    expect(await countDecisions(registrar, id)).toMatchObject({ ACCEPTED: 1, REJECTED: 1, PENDING: 0 });
    const set = await applied(id);
    expect(applySummary.parse(set.outcome?.summary)).toMatchObject({ placed: 1, left: [] });
    expect(await slotsOf(one.deliveryId)).toMatchObject([
      { weekday: 1, room_id: roomId, teacher_id: teacherId },
      { weekday: 3, room_id: roomId, teacher_id: teacherId },
    ]);
    expect(await slotsOf(two.deliveryId)).toEqual([]);
    const [made] = await rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM meeting WHERE delivery_id = $1 AND NOT cancelled",
      [one.deliveryId],
    );
    expect(made?.n).toBe(24);
    expect((await getProposal(registrar, id)).status).toBe("APPLIED");
    await expect(accept(id)).rejects.toMatchObject({ code: "draft_timetable.not_ready" });
    const undone = await step(set.id, startUndoCommand);
    expect(undone.outcome?.undo).toMatchObject({ left: 0 });
    expect(await slotsOf(one.deliveryId)).toEqual([]);
    expect((await getProposal(registrar, id)).status).toBe("READY");
  });

  it("lets deliveries trade places, and leaves out what something stands in the way of since", async () => {
    const other = await qualified();
    const second = await makeRoom(database.pool, `U${n}`);
    const made = [];
    for (const [index, name] of ["ONE", "TWO"].entries()) {
      const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `${name}-${n}`);
      const slots = [1, 3].map((weekday) => ({
        weekday,
        startMin: index === 0 ? 1050 : 1150,
        endMin: index === 0 ? 1140 : 1240,
        roomId,
        teacherId,
      }));
      made.push(await makeClass(database.pool, { courseId, termId, slots }));
    }
    // Meetings of the helper lie around today; the term begins later.
    await run("DELETE FROM meeting RETURNING id");
    const [one, two] = made as [(typeof made)[number], (typeof made)[number]];
    const late = await wanting("LATE");
    const proposal = await run(
      `INSERT INTO timetable_proposal (term_id, status, options, created_by)
       VALUES ($1, 'READY', $2, 'system:test') RETURNING id`,
      [termId, JSON.stringify(options)],
    );
    const item = (deliveryId: number, start: number, room: number, teacher: number) =>
      run(
        `INSERT INTO proposal_item (proposal_id, delivery_id, weekday, start_min, end_min, room_id, teacher_id, decision)
         SELECT $1, $2, d, $3, $3 + 90, $4, $5, 'ACCEPTED' FROM unnest('{1,3}'::int[]) d RETURNING id`,
        [proposal, deliveryId, start, room, teacher],
      );
    await item(one.deliveryId, 1150, roomId, teacherId);
    await item(two.deliveryId, 1050, roomId, teacherId);
    await item(late.deliveryId, 1050, second, other);
    // Somebody takes the second room meanwhile.
    const courseId = await makeCourse(database.pool, campus.cycles.bachelor, `MEAN-${n}`);
    await makeClass(database.pool, {
      courseId,
      termId,
      slots: [{ weekday: 1, startMin: 1000, endMin: 1060, roomId: second }],
    });
    const set = await applied(proposal);
    const summary = applySummary.parse(set.outcome?.summary);
    expect(summary.placed).toBe(2);
    expect(summary.left).toMatchObject([{ deliveryId: late.deliveryId, code: "timetable.in_the_way" }]);
    expect((await slotsOf(one.deliveryId)).map((slot) => slot.start_min)).toEqual([1150, 1150]);
    expect((await slotsOf(two.deliveryId)).map((slot) => slot.start_min)).toEqual([1050, 1050]);
  });

  it("takes another time from a person, and refuses one that breaks a hard rule", async () => {
    const [one, two] = [await wanting("ONE"), await wanting("TWO")];
    const id = await drafted();
    const found = await itemsOf(id);
    const [a, b] = [one, two].map(
      ({ deliveryId }) => found.find((row) => row.deliveryId === deliveryId)?.times[0],
    );
    if (!a || !b) throw new Error("both have a place");
    const to = { itemId: a.itemId, version: a.version, weekday: 1, roomId, teacherId };
    await expect(
      changeItemCommand(registrar, { ...to, startMin: b.startMin, endMin: b.endMin }),
    ).rejects.toMatchObject({ code: "draft_timetable.breaks_rule" });
    const free = { startMin: 1300, endMin: 1390 };
    expect(await changeItemCommand(registrar, { ...to, ...free })).toEqual({ version: a.version + 1 });
    await expect(changeItemCommand(registrar, { ...to, ...free })).rejects.toMatchObject({
      code: "draft_timetable.stale",
    });
    const row = (await itemsOf(id)).find(({ deliveryId }) => deliveryId === one.deliveryId);
    expect(row).toMatchObject({ decision: "CHANGED", times: [{ startMin: 1300 }, { weekday: 3 }] });
    // Accepting all that is open leaves what somebody changed.
    expect((await accept(id)).count).toBe(1);
    await applied(id);
    expect((await slotsOf(one.deliveryId))[0]).toMatchObject({ start_min: 1300 });
  });

  it("applies nothing of what was laid aside, or of which nothing is accepted", async () => {
    await wanting("ONE");
    const id = await drafted();
    const { version } = await getProposal(registrar, id);
    await expect(startApplyCommand(registrar, { id, version })).rejects.toMatchObject({
      code: "draft_timetable.nothing_accepted",
    });
    await expect(discardCommand(registrar, { id, version: version + 1 })).rejects.toMatchObject({
      code: "draft_timetable.stale",
    });
    await discardCommand(registrar, { id, version });
    expect((await getProposal(registrar, id)).status).toBe("DISCARDED");
    await expect(accept(id)).rejects.toMatchObject({ code: "draft_timetable.not_ready" });
  });
});
