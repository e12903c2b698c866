import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCampus, makeClass, makeCourse, makeStudents } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

type Item = { take?: number; give?: number; wait?: boolean; over?: boolean };
type Outcome = { outcome: string };

let database: TestDatabase;
/** Connections that act as the application does, sixteen at a time. */
let app: Pool;
let courses: number[];
let termId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  app = new Pool({
    connectionString: database.databaseUrl,
    max: 16,
    options: "-c role=naga_app -c lock_timeout=20000 -c statement_timeout=30000",
  });
  const campus = await makeCampus(database.pool);
  termId = campus.termId;
  courses = [];
  for (let n = 0; n < 40; n += 1)
    courses.push(await makeCourse(database.pool, campus.cycles.bachelor, `C-${n}`));
});

afterAll(async () => {
  await app.end();
  await database.close();
});

/** One cart as the application applies it: again after 40001, with the version read anew. */
async function cart(studentId: number, items: Item[]): Promise<Outcome[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const client = await app.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('naga.actor', 'system:test', true)");
      const state = await client.query("SELECT version FROM registration_state WHERE student_id = $1", [
        studentId,
      ]);
      const { rows } = await client.query("SELECT apply_cart('system:test', $1, $2, '{}', $3::jsonb) AS r", [
        studentId,
        state.rows[0]?.version ?? 0,
        JSON.stringify(items),
      ]);
      await client.query("COMMIT");
      return rows[0].r.items;
    } catch (error) {
      await client.query("ROLLBACK");
      if ((error as { code?: string }).code !== "40001") throw error;
    } finally {
      client.release();
    }
  }
  throw new Error("twenty attempts were not enough");
}

async function pool(seatPoolId: number) {
  const { rows } = await database.pool.query("SELECT * FROM seat_pool WHERE id = $1", [seatPoolId]);
  return rows[0] as {
    capacity: number;
    over_authorised: number;
    taken: number;
    offered: number;
    waiting: number;
  };
}

async function drift(): Promise<unknown[]> {
  return (await database.pool.query("SELECT * FROM seat_pool_drift()")).rows;
}

describe("seats under a rush (blueprints 4)", () => {
  it.each([50, 500])("%d students at ten seats at once sell exactly ten", async (count) => {
    const made = await makeClass(database.pool, {
      courseId: courses[0] ?? 0,
      termId,
      capacity: 10,
      section: count === 50 ? "A" : "B",
    });
    const students = await makeStudents(database.pool, count);
    const outcomes = await Promise.all(students.map((id) => cart(id, [{ take: made.id }])));
    expect(outcomes.filter(([first]) => first?.outcome === "enrolled")).toHaveLength(10);
    expect(outcomes.filter(([first]) => first?.outcome === "full")).toHaveLength(count - 10);
    expect(await pool(made.seatPoolId)).toMatchObject({ taken: 10, offered: 0, waiting: 0 });
    expect(await drift()).toEqual([]);
  });

  it("carts, swaps, drops and queues of 16 clients neither lock each other up nor lose a seat", async () => {
    const classes: number[] = [];
    for (const [index, courseId] of courses.slice(1, 13).entries()) {
      const made = await makeClass(database.pool, { courseId, termId, capacity: 3 + (index % 5) });
      classes.push(made.id);
    }
    const students = await makeStudents(database.pool, 60);
    let seed = 20_260;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const pick = <T>(list: T[]): T => list[random(list.length)] as T;
    const oneCart = (): Item[] => {
      const kind = random(10);
      if (kind < 4)
        return Array.from({ length: 1 + random(3) }, () => ({ take: pick(classes), wait: random(2) === 0 }));
      if (kind < 7) return [{ take: pick(classes), give: pick(classes), wait: random(3) === 0 }];
      if (kind < 9) return [{ give: pick(classes) }];
      return [{ take: pick(classes), over: true }, { give: pick(classes) }];
    };
    let done = 0;
    const client = async () => {
      while (done < 3000) {
        done += 1;
        if (random(60) === 0) await sweep();
        await cart(pick(students), oneCart());
      }
    };
    await Promise.all(Array.from({ length: 16 }, client));
    expect(await drift()).toEqual([]);
    const { rows } = await database.pool.query(
      "SELECT * FROM seat_pool WHERE taken + offered > capacity + over_authorised OR over_authorised > greatest(0, taken + offered - capacity)",
    );
    expect(rows).toEqual([]);
    const deadlocks = await database.pool.query(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(Number(deadlocks.rows[0].deadlocks)).toBe(0);
  });
});

/** Settles every pool with a dead offer, each in a transaction of its own, as the job does. */
async function sweep(): Promise<void> {
  const client = await app.connect();
  try {
    const { rows } = await client.query<{ id: number }>(
      `SELECT DISTINCT c.seat_pool_id AS id FROM enrolment e JOIN class c ON c.id = e.class_id
        WHERE e.status = 'OFFERED' AND e.offer_expires_at <= now() ORDER BY 1`,
    );
    for (const { id } of rows) {
      await client.query("BEGIN");
      await client.query("SELECT set_config('naga.actor', 'system:test', true)");
      await client.query("SELECT settle_seat_pool($1, 'system:test')", [id]);
      await client.query("COMMIT");
    }
  } finally {
    client.release();
  }
}

describe("apply_cart", () => {
  async function fresh(capacity: number, index: number) {
    const made = await makeClass(database.pool, { courseId: courses[index] ?? 0, termId, capacity });
    return { ...made, students: (await makeStudents(database.pool, 4)) as [number, number, number, number] };
  }

  it("refuses a cart that was judged on an older version, of the student or of a class", async () => {
    const { id, students } = await fresh(5, 14);
    await cart(students[0], [{ take: id }]);
    const call = (version: number, versions: object) =>
      app.query(
        "SELECT set_config('naga.actor', 'system:test', false), apply_cart('system:test', $1, $2, $3::jsonb, $4::jsonb)",
        [students[0], version, JSON.stringify(versions), JSON.stringify([{ give: id }])],
      );
    await expect(call(0, {})).rejects.toMatchObject({ code: "40001" });
    await expect(call(1, { [id]: 7 })).rejects.toMatchObject({ code: "40001" });
    await expect(call(1, { [id]: 1 })).resolves.toBeTruthy();
  });

  it("moves the version when the student's status changes", async () => {
    const { id, students } = await fresh(5, 15);
    await cart(students[0], [{ take: id }]);
    const client = await database.pool.connect();
    await client.query("SELECT set_config('naga.actor', 'system:test', false)");
    await client.query("UPDATE student SET status = 'FROZEN' WHERE person_id = $1", [students[0]]);
    client.release();
    const { rows } = await database.pool.query(
      "SELECT version FROM registration_state WHERE student_id = $1",
      [students[0]],
    );
    expect(rows[0].version).toBe(2);
  });

  it("keeps the old seat when a swap finds the other class full, and gives it when it does not", async () => {
    const one = await fresh(1, 16);
    const two = await fresh(1, 17);
    await cart(one.students[0], [{ take: one.id }]);
    await cart(one.students[1], [{ take: two.id }]);
    expect(await cart(one.students[0], [{ take: two.id, give: one.id }])).toMatchObject([
      { outcome: "full" },
    ]);
    expect(await pool(one.seatPoolId)).toMatchObject({ taken: 1 });
    await cart(one.students[1], [{ give: two.id }]);
    expect(await cart(one.students[0], [{ take: two.id, give: one.id }])).toMatchObject([
      { outcome: "swapped" },
    ]);
    expect(await pool(one.seatPoolId)).toMatchObject({ taken: 0 });
    expect(await pool(two.seatPoolId)).toMatchObject({ taken: 1 });
  });

  it("offers a released seat to the oldest in the queue, for 24 hours, and then to the next", async () => {
    const { id, seatPoolId, students } = await fresh(1, 18);
    await cart(students[0], [{ take: id }]);
    await cart(students[1], [{ take: id, wait: true }]);
    await cart(students[2], [{ take: id, wait: true }]);
    expect(await pool(seatPoolId)).toMatchObject({ taken: 1, waiting: 2 });
    await cart(students[0], [{ give: id }]);
    expect(await pool(seatPoolId)).toMatchObject({ taken: 0, offered: 1, waiting: 1 });
    expect(await cart(students[3], [{ take: id }])).toMatchObject([{ outcome: "full" }]);
    const client = await database.pool.connect();
    await client.query("SELECT set_config('naga.actor', 'system:test', false)");
    const { rows } = await client.query(
      `UPDATE enrolment SET offer_expires_at = now() - interval '1 second'
        WHERE student_id = $1 RETURNING (SELECT offer_expires_at > now() + interval '23 hours 50 minutes'
                                           FROM enrolment WHERE student_id = $1) AS a_day`,
      [students[1]],
    );
    client.release();
    expect(rows[0].a_day).toBe(true);
    await sweep();
    expect(await pool(seatPoolId)).toMatchObject({ taken: 0, offered: 1, waiting: 0 });
    expect(await cart(students[1], [{ take: id }])).toMatchObject([{ outcome: "full" }]);
    expect(await cart(students[2], [{ take: id }])).toMatchObject([{ outcome: "accepted" }]);
    expect(await pool(seatPoolId)).toMatchObject({ taken: 1, offered: 0, waiting: 0 });
    const { rows: events } = await database.pool.query(
      "SELECT kind FROM enrolment_event WHERE class_id = $1 ORDER BY id",
      [id],
    );
    expect(events.map((row) => row.kind)).toEqual([
      "enrolled",
      "waitlisted",
      "waitlisted",
      "dropped",
      "offered",
      "offer_expired",
      "offered",
      "accepted",
    ]);
  });

  it("takes a seat beyond the capacity away again when it comes free", async () => {
    const { id, seatPoolId, students } = await fresh(1, 19);
    await cart(students[0], [{ take: id }]);
    expect(await cart(students[1], [{ take: id, over: true }])).toMatchObject([{ outcome: "enrolled" }]);
    expect(await pool(seatPoolId)).toMatchObject({ taken: 2, over_authorised: 1 });
    await cart(students[0], [{ give: id }]);
    expect(await pool(seatPoolId)).toMatchObject({ taken: 1, over_authorised: 0 });
    expect(await cart(students[2], [{ take: id }])).toMatchObject([{ outcome: "full" }]);
  });

  it("is the only way in: the application can neither write an enrolment nor move a counter", async () => {
    const { id, seatPoolId, students } = await fresh(1, 20);
    const denied = { code: "42501" };
    await expect(
      app.query("INSERT INTO enrolment (student_id, class_id, enrolled_by) VALUES ($1, $2, 'x')", [
        students[0],
        id,
      ]),
    ).rejects.toMatchObject(denied);
    await expect(app.query("UPDATE enrolment SET status = 'COMPLETED'")).rejects.toMatchObject(denied);
    await expect(
      app.query("UPDATE seat_pool SET taken = 0 WHERE id = $1", [seatPoolId]),
    ).rejects.toMatchObject(denied);
    await expect(app.query("UPDATE registration_state SET version = 0")).rejects.toMatchObject(denied);
  });
});
