import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { JOBS_BY_NAME } from "@/jobs/registry";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { translator } from "@/lib/platform/i18n/translator";
import type { JobDefinition } from "@/lib/platform/jobs/define";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refreshJobMetrics } from "@/lib/platform/observability/job-metrics";
import { metrics } from "@/lib/platform/observability/metrics";
import { checkSeats, settleExpiredOffers } from "@/lib/registration/jobs";
import { makeCampus, makeClass, makeCourse, makeStudents } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { type FinishedRun, freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const actor = systemActor("test");
let database: TestDatabase;
let courseId: number;
let termId: number;
let sections = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  const campus = await makeCampus(database.pool);
  termId = campus.termId;
  courseId = await makeCourse(database.pool, campus.cycles.bachelor, "SEAT-101");
});
afterAll(() => database.close());

async function run(definition: JobDefinition): Promise<FinishedRun> {
  await writeTx(actor, {}, (tx) => enqueue(tx, definition, {}, { actor }));
  const [ended] = await runWaitingJobs();
  if (!ended) throw new Error("no job ran");
  return ended;
}

/** As the superuser, in the name of the test. */
async function arranged(text: string, values: unknown[] = []) {
  const client = await database.pool.connect();
  try {
    await client.query("SELECT set_config('naga.actor', 'system:test', false)");
    return (await client.query(text, values)).rows;
  } finally {
    client.release();
  }
}

async function cart(studentId: number, item: { take?: number; give?: number; wait?: boolean }) {
  const [state] = await arranged("SELECT version FROM registration_state WHERE student_id = $1", [studentId]);
  const values = [studentId, state?.version ?? 0, JSON.stringify([item])];
  await arranged("SELECT apply_cart('system:test', $1, $2, '{}', $3::jsonb)", values);
}

/** A class of one seat whose holder left: offered to the second student, whose time is over, while two wait. */
async function withDeadOffer() {
  sections += 1;
  const section = String.fromCharCode(64 + sections);
  const made = await makeClass(database.pool, { courseId, termId, capacity: 1, section });
  const [holder = 0, ...queue] = await makeStudents(database.pool, 4);
  await cart(holder, { take: made.id });
  for (const id of queue) await cart(id, { take: made.id, wait: true });
  await cart(holder, { give: made.id });
  await arranged(
    "UPDATE enrolment SET offer_expires_at = now() - interval '1 second' WHERE class_id = $1 AND status = 'OFFERED'",
    [made.id],
  );
  return { ...made, queue };
}

const states = (classId: number) =>
  arranged(
    "SELECT status::text, student_id, end_reason FROM enrolment WHERE class_id = $1 ORDER BY queued_at NULLS LAST, id",
    [classId],
  );
const pools = () =>
  arranged("SELECT id, taken, offered, waiting, xmin::text AS tx FROM seat_pool ORDER BY id");

beforeEach(async () => {
  await arranged("UPDATE enrolment SET offer_expires_at = now() + interval '1 day' WHERE status = 'OFFERED'");
});

describe("offers that ran out", () => {
  it("pass to the next in the queue, each pool in a transaction of its own; the second run finds nothing", async () => {
    const made = [await withDeadOffer(), await withDeadOffer()];
    expect(await run(settleExpiredOffers)).toMatchObject({ status: "SUCCEEDED", result: { pools: 2 } });
    for (const { id, queue } of made) {
      const rows = await states(id);
      const of = (student?: number) => rows.find((row) => row.student_id === student);
      expect(of(queue[0])).toMatchObject({ status: "DROPPED", end_reason: "offer_expired" });
      expect(of(queue[1])).toMatchObject({ status: "OFFERED" });
      expect(of(queue[2])).toMatchObject({ status: "WAITLISTED" });
    }
    const after = await pools();
    expect(after).toMatchObject([
      { taken: 0, offered: 1, waiting: 1 },
      { taken: 0, offered: 1, waiting: 1 },
    ]);
    expect(new Set(after.map((row) => row.tx)).size).toBe(2);

    expect(await run(settleExpiredOffers)).toMatchObject({ status: "SUCCEEDED", result: { pools: 0 } });
    expect(await pools()).toEqual(after);
    expect(await arranged("SELECT * FROM seat_pool_drift()")).toEqual([]);
    const events = await arranged(
      "SELECT class_id FROM enrolment_event WHERE kind = 'offer_expired' ORDER BY id",
    );
    expect(events.map((row) => row.class_id)).toEqual(made.map((each) => each.id));
  });

  it("are settled in the other pools when one fails; the run says so and does it when tried again", async () => {
    const broken = await withDeadOffer();
    const whole = await withDeadOffer();
    await arranged(
      `CREATE FUNCTION stop_pool() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN IF NEW.id = ${broken.seatPoolId} THEN RAISE EXCEPTION 'the disk is gone'; END IF; RETURN NEW; END $$`,
    );
    await arranged(
      "CREATE TRIGGER stop_pool BEFORE UPDATE ON seat_pool FOR EACH ROW EXECUTE FUNCTION stop_pool()",
    );
    expect(await run(settleExpiredOffers)).toMatchObject({
      status: "FAILED",
      error: { code: "jobs.internal" },
    });
    const offeredTo = async (id: number) =>
      (await states(id)).find((row) => row.status === "OFFERED")?.student_id;
    expect(await offeredTo(broken.id)).toBe(broken.queue[0]);
    expect(await offeredTo(whole.id)).toBe(whole.queue[1]);

    await arranged("DROP TRIGGER stop_pool ON seat_pool");
    expect(await run(settleExpiredOffers)).toMatchObject({ status: "SUCCEEDED", result: { pools: 1 } });
    expect(await offeredTo(broken.id)).toBe(broken.queue[1]);
  });
});

describe("the nightly check of the seats", () => {
  const gauge = async (name: string) => {
    await refreshJobMetrics(Date.now() + 60_000 * ++looks);
    const text = await metrics().registry.getSingleMetricAsString(name);
    return text.split("\n").find((line) => line.includes(checkSeats.name));
  };
  let looks = 0;

  it("is content when counters and enrolments agree", async () => {
    const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM seat_pool");
    expect(await run(checkSeats)).toMatchObject({
      status: "SUCCEEDED",
      result: { pools: rows[0].n, drifted: 0 },
    });
    expect(await gauge("naga_job_findings")).toMatch(/ 0$/);
    expect(await gauge("naga_job_last_failed")).toMatch(/ 0$/);
  });

  it("fails loudly when they do not: the run names the class, the metric counts", async () => {
    const { seatPoolId } = await withDeadOffer();
    await arranged("UPDATE seat_pool SET waiting = waiting + 1 WHERE id = $1", [seatPoolId]);
    const failed = await run(checkSeats);
    expect(failed).toMatchObject({
      status: "FAILED",
      error: {
        code: "registration.seats_drifted",
        params: { count: 1, classes: expect.stringMatching(/^SEAT-101 [A-Z], /) },
      },
    });
    expect(await gauge("naga_job_findings")).toMatch(/ 1$/);
    expect(await gauge("naga_job_last_failed")).toMatch(/ 1$/);
    for (const locale of ["en", "km"] as const) {
      const sentence = translator("errors", locale)(
        "registration.seats_drifted",
        failed.error?.params as never,
      );
      expect(sentence).toContain("SEAT-101");
    }
    await arranged("UPDATE seat_pool SET waiting = waiting - 1 WHERE id = $1", [seatPoolId]);
    expect(await run(checkSeats)).toMatchObject({ status: "SUCCEEDED" });
    expect(await gauge("naga_job_findings")).toMatch(/ 0$/);
  });
});

describe("both jobs", () => {
  it("run by themselves", () => {
    for (const { name } of [settleExpiredOffers, checkSeats]) {
      expect(JOBS_BY_NAME.get(name)?.definition.schedule).toMatch(/^\S+ \S+ \* \* \*$/);
    }
  });
});
