import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findClassPage } from "@/lib/classes/queries/get-class";
import { getMerge } from "@/lib/messages/queries/merges";
import type { AccountActor } from "@/lib/platform/access/actor";
import { cancelClassCommand } from "@/lib/registration/cancel-class/command";
import { getCancelEffect } from "@/lib/registration/cancel-class/effect";
import { listOwnCancelled } from "@/lib/registration/cancel-class/own-notices";
import { changeCapacityCommand } from "@/lib/registration/capacity/command";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { findSeatDrift } from "@/lib/registration/queries/seat-drift";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import {
  arrange,
  type Campus,
  type MadeClass,
  makeCampus,
  makeClass,
  makeCourse,
  makeRoom,
  makeStudents,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;
let n = 0;
const REASON = "too few students for this class";

beforeAll(async () => {
  // Read once, when the first command asks; nothing is sent here, the mails stay in the queue.
  process.env.NAGA_SMTP_URL = "smtp://127.0.0.1:9";
  process.env.NAGA_MAIL_FROM = "Naga University <office@naga.example>";
  database = await createTestDatabase();
  await freshQueue();
  campus = await makeCampus(database.pool);
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id, authorityLevel: 1 });
});
afterAll(async () => {
  expect((await findSeatDrift(registrar)).drifted).toEqual([]);
  await database.close();
});
beforeEach(() => {
  n += 1;
});

const rows = async <T>(sql: string, values: unknown[] = []) =>
  (await database.pool.query(sql, values)).rows as T[];
const course = (name: string) => makeCourse(database.pool, campus.cycles.bachelor, `${name}-${n}`);

/** A class in a term that runs, with meetings twice a week in a room of its own. */
async function aClass(
  options: { name?: string; seatPoolId?: number; capacity?: number; termId?: number } = {},
) {
  const { name = "CANCEL", termId = campus.termId, ...more } = options;
  const roomId = await makeRoom(database.pool, `${name}-${n}`);
  const slot = { startMin: 1050, endMin: 1140, roomId };
  return makeClass(database.pool, {
    courseId: await course(name),
    termId,
    capacity: 3,
    slots: [
      { weekday: 1, ...slot },
      { weekday: 4, ...slot },
    ],
    ...more,
  });
}

/** Seats them in order; who finds none queues. */
async function seat(classId: number, students: number[]) {
  for (const studentId of students) {
    const [state] = await rows<{ version: number }>(
      "SELECT version FROM registration_state WHERE student_id = $1",
      [studentId],
    );
    await arrange(database.pool, "SELECT 0 AS id, apply_cart('system:test', $1, $2, '{}', $3::jsonb)", [
      studentId,
      state?.version ?? 0,
      JSON.stringify([{ take: classId, wait: true }]),
    ]);
  }
}

async function effectOf(classId: number, together = false) {
  const found = await findClassPage(registrar, classId);
  if (!found) throw new Error("no class");
  return { effect: await getCancelEffect(registrar, found, together), version: found.version };
}

async function cancel(classId: number, more: { together?: boolean; mail?: boolean } = {}) {
  const { effect, version } = await effectOf(classId, more.together);
  const input = {
    id: classId,
    version,
    together: false,
    mail: false,
    reason: REASON,
    seen: effect.seen,
    ...more,
  };
  return cancelClassCommand(registrar, input);
}

const poolOf = async ({ seatPoolId }: MadeClass) =>
  (
    await rows<object>("SELECT capacity, taken, offered, waiting FROM seat_pool WHERE id = $1", [seatPoolId])
  )[0];
const enrolmentsOf = (classId: number) =>
  rows<{ status: string }>(
    "SELECT status, end_reason, queued_at FROM enrolment WHERE class_id = $1 ORDER BY id",
    [classId],
  );
const meetingsOf = (deliveryId: number) =>
  rows<{ past: boolean; cancelled: boolean; cancel_reason: string | null }>(
    `SELECT on_date < (now() AT TIME ZONE 'Asia/Phnom_Penh')::date AS past, cancelled, cancel_reason
       FROM meeting WHERE delivery_id = $1 AND on_date <> (now() AT TIME ZONE 'Asia/Phnom_Penh')::date ORDER BY on_date`,
    [deliveryId],
  );

describe("cancelling a class", () => {
  it("is what was shown: students out with events, seats and queue empty, meetings left not held, money told", async () => {
    const made = await aClass();
    const students = await makeStudents(database.pool, 5);
    await seat(made.id, students);
    const { effect } = await effectOf(made.id);
    expect(effect.move.value).toBe(true);
    expect(effect.seen).toMatchObject({ enrolled: 3, offered: 0, waitlisted: 2 });
    expect(effect.seen.meetings).toBeGreaterThanOrEqual(4);
    expect(effect.refund.value).toBe(100);
    const done = await cancel(made.id);
    expect(done).toEqual({ classes: 1, students: 5, meetings: effect.seen.meetings, mergeId: null });

    const [found] = await rows(
      "SELECT status, cancelled_on IS NOT NULL AS dated, cancel_reason FROM class WHERE id = $1",
      [made.id],
    );
    expect(found).toEqual({ status: "CANCELLED", dated: true, cancel_reason: REASON });
    const ended = await enrolmentsOf(made.id);
    expect(ended).toHaveLength(5);
    for (const each of ended)
      expect(each).toEqual({
        status: "DROPPED",
        end_reason: expect.stringContaining("class_cancelled?"),
        queued_at: null,
      });
    expect(await poolOf(made)).toEqual({ capacity: 3, taken: 0, offered: 0, waiting: 0 });
    const events = await rows<{ student_id: number }>(
      "SELECT student_id, actor FROM enrolment_event WHERE class_id = $1 AND kind = 'class_cancelled' ORDER BY student_id",
      [made.id],
    );
    expect(events).toEqual(
      students.map((student_id) => ({ student_id, actor: `account:${registrar.accountId}` })),
    );
    const [money] = await rows<{ detail: object }>(
      "SELECT detail FROM class_event WHERE class_id = $1 AND kind = 'cancelled'",
      [made.id],
    );
    expect(money?.detail).toMatchObject({ refundPercent: 100, enrolled: 3, offered: 0, waitlisted: 2 });
    for (const meeting of await meetingsOf(made.deliveryId)) {
      expect(meeting.cancelled).toBe(!meeting.past);
      if (meeting.cancelled) expect(meeting.cancel_reason).toMatch(/^class_cancelled\?reason=/);
    }
    const slots = await rows(
      "SELECT FROM slot WHERE delivery_id = $1 AND live AND valid_to >= (now() AT TIME ZONE 'Asia/Phnom_Penh')::date",
      [made.deliveryId],
    );
    expect(slots).toEqual([]);
    const versions = await rows<{ version: number }>(
      "SELECT version FROM registration_state WHERE student_id = ANY ($1)",
      [students],
    );
    expect(versions.map(({ version }) => version)).toEqual([2, 2, 2, 2, 2]);
  });

  it("gives the room back, and nobody gets in afterwards", async () => {
    const made = await aClass();
    await cancel(made.id);
    const [slot] = await rows<{ room_id: number }>("SELECT room_id FROM slot WHERE delivery_id = $1", [
      made.deliveryId,
    ]);
    await makeClass(database.pool, {
      courseId: await course("AFTER"),
      termId: await makeTerm(database.pool, { code: `AFTER-${n}`, start: 1, end: 60, add: 8, drop: 15 }),
      slots: [],
    });
    await arrange(
      database.pool,
      `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, valid_from, valid_to)
       SELECT max(id), 1, 1050, 1140, $1, (now() AT TIME ZONE 'Asia/Phnom_Penh')::date, (now() AT TIME ZONE 'Asia/Phnom_Penh')::date + 30
         FROM delivery RETURNING id`,
      [slot?.room_id],
    );
    const [studentId = 0] = await makeStudents(database.pool, 1);
    const result = await enrolStudentCommand(registrar, { studentId, items: [{ classId: made.id }] });
    expect(result.items[0]?.outcome).toBe("refused");
  });

  it("tells the students on their home, and by mail who has an address", async () => {
    const made = await aClass();
    const students = await makeStudents(database.pool, 2);
    await arrange(database.pool, "UPDATE person SET school_email = $2 WHERE id = $1 RETURNING id", [
      students[0],
      `told-${n}@naga.example`,
    ]);
    await seat(made.id, students);
    expect((await effectOf(made.id)).effect.reachable).toBe(1);
    const { mergeId } = await cancel(made.id, { mail: true });
    const merge = await getMerge(registrar, mergeId ?? 0);
    expect(merge).toMatchObject({ templateId: null, people: 2, waiting: 1, skipped: 1, medium: "EMAIL" });
    expect(merge.template).toBe(`CANCEL-${n} A is cancelled`);
    expect(merge.content.bodyEn).toContain(REASON);
    expect(merge.content.bodyKm).toContain("{{name}}");
    const jobs = await rows("SELECT FROM job_run WHERE name = 'messages.send-mails' AND id = $1", [
      merge.jobId,
    ]);
    expect(jobs).toHaveLength(1);
    const student = accountActor({ role: "student", personId: students[1] ?? 0 });
    expect(await listOwnCancelled(student)).toMatchObject([{ classId: made.id, reason: REASON }]);
    const other = accountActor({ role: "student", personId: (await makeStudents(database.pool, 1))[0] ?? 0 });
    expect(await listOwnCancelled(other)).toEqual([]);
  });

  it("refuses when somebody came or left since it was looked at, and changes nothing", async () => {
    const made = await aClass();
    const [one = 0, two = 0] = await makeStudents(database.pool, 2);
    await seat(made.id, [one]);
    const { effect, version } = await effectOf(made.id);
    await seat(made.id, [two]);
    const input = { id: made.id, version, together: false, mail: false, reason: REASON, seen: effect.seen };
    await expect(cancelClassCommand(registrar, input)).rejects.toMatchObject({
      code: "registration.cancel_looks_different",
    });
    expect((await enrolmentsOf(made.id)).map(({ status }) => status)).toEqual(["ENROLLED", "ENROLLED"]);
    expect((await meetingsOf(made.deliveryId)).some(({ cancelled }) => cancelled)).toBe(false);
  });

  it("by two at once happens once; a second try finds it cancelled", async () => {
    const made = await aClass();
    await seat(made.id, await makeStudents(database.pool, 3));
    const { effect, version } = await effectOf(made.id);
    const input = { id: made.id, version, together: false, mail: true, reason: REASON, seen: effect.seen };
    const results = await Promise.allSettled([
      cancelClassCommand(registrar, input),
      cancelClassCommand(registrar, input),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(cancelClassCommand(registrar, input)).rejects.toMatchObject({
      code: "registration.class_cancelled_already",
    });
    const count = async (sql: string) => (await rows<{ n: number }>(sql, [made.id]))[0]?.n;
    expect(
      await count(
        "SELECT count(*)::int AS n FROM enrolment_event WHERE class_id = $1 AND kind = 'class_cancelled'",
      ),
    ).toBe(3);
    expect(
      await count("SELECT count(*)::int AS n FROM class_event WHERE class_id = $1 AND kind = 'cancelled'"),
    ).toBe(1);
  });

  it("amid a rush of enrolments leaves nobody in it, and no counter wrong", async () => {
    const made = await aClass({ capacity: 40 });
    const other = await aClass({ name: "OTHER", capacity: 40 });
    const students = await makeStudents(database.pool, 60);
    await seat(made.id, students.slice(0, 10));
    const rush = students.slice(10).map((studentId) =>
      enrolStudentCommand(registrar, {
        studentId,
        items: [{ classId: other.id }, { classId: made.id, giveClassId: other.id }],
      }).catch(() => null),
    );
    const tries = (async () => {
      for (;;) {
        try {
          return await cancel(made.id);
        } catch (error) {
          if ((error as { kind?: string }).kind !== "conflict") throw error;
        }
      }
    })();
    await Promise.all([...rush, tries]);
    expect((await enrolmentsOf(made.id)).some(({ status }) => status !== "DROPPED")).toBe(false);
    expect(await poolOf(made)).toMatchObject({ taken: 0, offered: 0, waiting: 0 });
  });

  it("is for who edits classes and takes students out of them, within their reach", async () => {
    const made = await aClass();
    const { effect, version } = await effectOf(made.id);
    const input = { id: made.id, version, together: false, mail: false, reason: REASON, seen: effect.seen };
    for (const role of ["academic_director", "teacher", "auditor", "admin", "student"] as const)
      await expect(cancelClassCommand(accountActor({ role }), input)).rejects.toMatchObject({
        kind: "forbidden",
      });
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(cancelClassCommand(scoped, input)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("after the drop deadline tells the share of the dated schedule, and still gives no W", async () => {
    const term = await makeTerm(database.pool, {
      code: `LATE-${n}`,
      start: -20,
      end: 60,
      add: -12,
      drop: -5,
    });
    const made = await aClass({ termId: term });
    await seat(made.id, await makeStudents(database.pool, 1));
    const { effect } = await effectOf(made.id);
    expect(effect.refund.value).toBe(50);
    await cancel(made.id);
    expect(await enrolmentsOf(made.id)).toMatchObject([{ status: "DROPPED" }]);
    const [money] = await rows<{ detail: object }>(
      "SELECT detail FROM class_event WHERE class_id = $1 AND kind = 'cancelled'",
      [made.id],
    );
    expect(money?.detail).toMatchObject({ refundPercent: 50 });
  });
});

describe("classes that are taught as one", () => {
  async function pair() {
    const one = await aClass({ name: "ONE" });
    const two = await makeClass(database.pool, {
      courseId: await course("TWO"),
      termId: campus.termId,
      seatPoolId: one.seatPoolId,
    });
    const combined = await arrange(
      database.pool,
      "INSERT INTO combined_class (term_id, section, time_of_day, name) VALUES ($1, 'A', 'EVE', 'Both') RETURNING id",
      [campus.termId],
    );
    await arrange(
      database.pool,
      "UPDATE class SET combined_class_id = $1, class_type = 'COMBINED' WHERE id IN ($2, $3) RETURNING id",
      [combined, one.id, two.id],
    );
    await arrange(
      database.pool,
      "UPDATE class_part SET delivery_id = $1 WHERE session_id IN (SELECT id FROM class_session WHERE class_id = $2) RETURNING id",
      [one.deliveryId, two.id],
    );
    return { one, two };
  }

  it("one alone goes, its meetings are held for the other, and its seats are offered to who waits there", async () => {
    const { one, two } = await pair();
    const students = await makeStudents(database.pool, 5);
    await seat(one.id, students.slice(0, 2));
    await seat(two.id, students.slice(2));
    expect(await poolOf(one)).toMatchObject({ taken: 3, waiting: 2 });
    const { effect } = await effectOf(one.id);
    expect(effect.others).toMatchObject([{ id: two.id }]);
    expect(effect.seen).toEqual({ enrolled: 2, offered: 0, waitlisted: 0, meetings: 0 });
    await cancel(one.id);
    expect(await poolOf(one)).toMatchObject({ taken: 1, offered: 2, waiting: 0 });
    expect((await enrolmentsOf(two.id)).map(({ status }) => status)).toEqual([
      "ENROLLED",
      "OFFERED",
      "OFFERED",
    ]);
    expect((await meetingsOf(one.deliveryId)).some(({ cancelled }) => cancelled)).toBe(false);
    // The last of them takes the meetings along.
    const done = await cancel(two.id);
    expect(done).toMatchObject({ classes: 1, students: 3 });
    expect(done.meetings).toBeGreaterThanOrEqual(4);
  });

  it("together go in one step", async () => {
    const { one, two } = await pair();
    const students = await makeStudents(database.pool, 3);
    await seat(one.id, students.slice(0, 2));
    await seat(two.id, students.slice(2));
    const done = await cancel(two.id, { together: true });
    expect(done).toMatchObject({ classes: 2, students: 3 });
    expect(done.meetings).toBeGreaterThanOrEqual(4);
    const statuses = await rows<{ status: string }>("SELECT status FROM class WHERE id IN ($1, $2)", [
      one.id,
      two.id,
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
  });
});

describe("more or fewer seats", () => {
  const change = async (made: MadeClass, capacity: number, actor = registrar) => {
    const [row] = await rows<{ version: number }>("SELECT version FROM class WHERE id = $1", [made.id]);
    return changeCapacityCommand(actor, {
      id: made.id,
      version: row?.version ?? 0,
      capacity,
      reason: "a larger room",
    });
  };

  it("offers what comes free to who waits, and moves the class's version", async () => {
    const made = await aClass();
    await seat(made.id, await makeStudents(database.pool, 5));
    const [before] = await rows<{ version: number }>("SELECT version FROM class WHERE id = $1", [made.id]);
    expect(await change(made, 4)).toEqual({ version: (before?.version ?? 0) + 1, capacity: 4, offered: 1 });
    expect(await poolOf(made)).toEqual({ capacity: 4, taken: 3, offered: 1, waiting: 1 });
    const [event] = await rows<{ detail: object }>("SELECT detail FROM class_event WHERE class_id = $1", [
      made.id,
    ]);
    expect(event?.detail).toEqual({ from: 3, to: 4 });
  });

  it("does not go below who sits there or has an offer, nor above what such a class holds", async () => {
    const made = await aClass();
    await seat(made.id, await makeStudents(database.pool, 3));
    await expect(change(made, 2)).rejects.toMatchObject({
      code: "classes.capacity_below_taken",
      params: { taken: 3, offered: 0 },
    });
    await expect(change(made, 101)).rejects.toMatchObject({ code: "classes.capacity_over" });
    expect(await poolOf(made)).toMatchObject({ capacity: 3 });
  });

  it("is stale on an old version and not for everybody", async () => {
    const made = await aClass();
    const input = { id: made.id, version: 77, capacity: 5, reason: "a larger room" };
    await expect(changeCapacityCommand(registrar, input)).rejects.toMatchObject({ kind: "stale" });
    await expect(change(made, 5, accountActor({ role: "auditor" }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    const scoped = accountActor({ scopes: [{ kind: "PROGRAMME", ref: "NONE" }] });
    await expect(change(made, 5, scoped)).rejects.toMatchObject({ kind: "not_found" });
  });
});
