import type { Pool } from "pg";

/** A small campus in SQL for tests of classes and registration; ids come from the database. */
export type Campus = {
  cycles: { language: number; bachelor: number; master: number };
  programmeId: number;
  termId: number;
};

/** A pool whose writes name the test as their actor, as the database demands. */
async function insert(pool: Pool, text: string, values: unknown[] = []): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("SELECT set_config('naga.actor', 'system:test', false)");
    const result = await client.query<{ id: number }>(text, values);
    return result.rows[0]?.id ?? 0;
  } finally {
    client.release();
  }
}

export async function makeCampus(pool: Pool): Promise<Campus> {
  const division = await insert(
    pool,
    "INSERT INTO division (code, name, name_km) VALUES ('ACAD', 'Academic', 'សិក្សា') RETURNING id",
  );
  const cycle = (code: string, rank: number) =>
    insert(
      pool,
      "INSERT INTO cycle (division_id, code, name, name_km, rank) VALUES ($1, $2, $2, $2, $3) RETURNING id",
      [division, code, rank],
    );
  const cycles = {
    language: await cycle("LANG", 1),
    bachelor: await cycle("BA", 2),
    master: await cycle("MASTERS", 3),
  };
  const programmeId = await insert(
    pool,
    `INSERT INTO programme (cycle_id, code, name, name_km, kind, award)
     VALUES ($1, 'TESOL', 'TESOL', 'TESOL', 'ACADEMIC', 'BA') RETURNING id`,
    [cycles.bachelor],
  );
  return { cycles, programmeId, termId: await makeTerm(pool, { code: "T1" }) };
}

/** A BA term that runs for weeks on both sides of today, open for registration, unless told otherwise (days from today). */
export function makeTerm(
  pool: Pool,
  options: {
    code: string;
    type?: string;
    start?: number;
    end?: number;
    add?: number;
    drop?: number;
    active?: boolean;
  },
): Promise<number> {
  const { code, type = "BA", start = -7, end = 77, active = true } = options;
  // Deadlines lie within the term: the database holds it.
  const within = (day: number, from: number) => Math.min(end, Math.max(from, day));
  const add = options.add ?? within(14, start);
  const drop = options.drop ?? within(21, add);
  return insert(
    pool,
    `INSERT INTO term (code, name, name_km, term_type, start_date, end_date, add_deadline, drop_deadline,
                       registration_opens_on, registration_closes_on, is_active)
     SELECT $1::text, $1::text, $1::text, $2::term_type, d + $3::int, d + $4::int, d + $5::int, d + $6::int, d + least(-30, $3::int - 7), d + $5::int, $7::boolean
       FROM (SELECT (now() AT TIME ZONE 'Asia/Phnom_Penh')::date AS d) today RETURNING id`,
    [code, type, start, end, add, drop, active],
  );
}

let next = 10_000;

export async function makeStudent(
  pool: Pool,
  options: { status?: string; name?: string } = {},
): Promise<number> {
  next += 1;
  const id = await insert(
    pool,
    `INSERT INTO person (public_id, family_name, personal_name, khmer_family_name, khmer_personal_name, search_key)
     VALUES (gen_random_uuid(), $1, 'DARA', 'សុខ', 'ដារា', 'sok dara') RETURNING id`,
    [options.name ?? "SOK"],
  );
  await insert(
    pool,
    "INSERT INTO student (person_id, number, status, status_since) VALUES ($1, $2, $3::student_status, '2026-01-05')",
    [id, next, options.status ?? "ACTIVE"],
  );
  return id;
}

/** Many active students at once; returns their person ids, ascending. */
export async function makeStudents(pool: Pool, count: number): Promise<number[]> {
  const client = await pool.connect();
  try {
    await client.query("SELECT set_config('naga.actor', 'system:test', false)");
    const people = await client.query<{ id: number }>(
      `INSERT INTO person (public_id, family_name, personal_name, search_key)
       SELECT gen_random_uuid(), 'SOK', 'DARA', 'sok dara' FROM generate_series(1, $1::int) n RETURNING id`,
      [count],
    );
    const ids = people.rows.map((row) => row.id).sort((a, b) => a - b);
    await client.query(
      `INSERT INTO student (person_id, number, status, status_since)
       SELECT id, $2::int + n, 'ACTIVE', '2026-01-05' FROM unnest($1::int[]) WITH ORDINALITY AS t(id, n)`,
      [ids, next + 1000],
    );
    next += 1000 + count;
    return ids;
  } finally {
    client.release();
  }
}

export async function makeTeacher(pool: Pool): Promise<number> {
  next += 1;
  const id = await insert(
    pool,
    `INSERT INTO person (public_id, family_name, personal_name, search_key)
     VALUES (gen_random_uuid(), 'KEO', 'SOPHEA', 'keo sophea') RETURNING id`,
  );
  await insert(
    pool,
    "INSERT INTO teacher (person_id, number, terminal_degree, start_date) VALUES ($1, $2, 'MASTER', '2020-01-01')",
    [id, next],
  );
  return id;
}

export function makeRoom(pool: Pool, code: string): Promise<number> {
  return insert(
    pool,
    "INSERT INTO room (code, building, name, capacity) VALUES ($1, 'MAIN', $1, 40) RETURNING id",
    [code],
  );
}

export function makeCourse(pool: Pool, cycleId: number, code: string, credits = 3): Promise<number> {
  return insert(
    pool,
    `INSERT INTO course (code, title, short_title, cycle_id, credits, valid_from)
     VALUES ($1, 'Course ' || $1, $1, $2, $3, '2009-04-07') RETURNING id`,
    [code, cycleId, credits],
  );
}

export type SlotSpec = {
  weekday: number;
  startMin: number;
  endMin: number;
  roomId?: number;
  teacherId?: number;
};
export type ClassSpec = {
  courseId: number;
  termId: number;
  section?: string;
  capacity?: number;
  seatPoolId?: number;
  status?: string;
  slots?: SlotSpec[];
};
export type MadeClass = { id: number; seatPoolId: number; deliveryId: number };

/** A class with one session and one part; with slots it has a timetable, and meetings for the next two weeks. */
export async function makeClass(pool: Pool, spec: ClassSpec): Promise<MadeClass> {
  const seatPoolId =
    spec.seatPoolId ??
    (await insert(pool, "INSERT INTO seat_pool (capacity) VALUES ($1) RETURNING id", [spec.capacity ?? 30]));
  const id = await insert(
    pool,
    `INSERT INTO class (course_id, term_id, section, status, seat_pool_id)
     VALUES ($1, $2, $3, $4::class_status, $5) RETURNING id`,
    [spec.courseId, spec.termId, spec.section ?? "A", spec.status ?? "ACTIVE", seatPoolId],
  );
  const session = await insert(
    pool,
    "INSERT INTO class_session (class_id, number, name, name_km, weight) VALUES ($1, 1, 'Session 1', 'វគ្គទី1', 1) RETURNING id",
    [id],
  );
  const deliveryId = await insert(pool, "INSERT INTO delivery (term_id) VALUES ($1) RETURNING id", [
    spec.termId,
  ]);
  await insert(
    pool,
    `INSERT INTO class_part (session_id, code, part_type, name, name_km, weight, delivery_id)
     VALUES ($1, 1, 'MAIN', 'Main', 'ផ្នែកចម្បង', 1, $2) RETURNING id`,
    [session, deliveryId],
  );
  for (const slot of spec.slots ?? []) await makeSlot(pool, deliveryId, slot);
  return { id, seatPoolId, deliveryId };
}

async function makeSlot(pool: Pool, deliveryId: number, slot: SlotSpec): Promise<void> {
  const values = [
    deliveryId,
    slot.weekday,
    slot.startMin,
    slot.endMin,
    slot.roomId ?? null,
    slot.teacherId ?? null,
  ];
  const slotId = await insert(
    pool,
    `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to)
     SELECT d.id, $2, $3, $4, $5, $6, t.start_date, t.end_date
       FROM delivery d JOIN term t ON t.id = d.term_id WHERE d.id = $1 RETURNING id`,
    values,
  );
  await insert(
    pool,
    `INSERT INTO meeting (delivery_id, on_date, start_min, end_min, room_id, teacher_id, slot_id)
     SELECT $1, day::date, $3, $4, $5, $6, $7
       FROM (SELECT (now() AT TIME ZONE 'Asia/Phnom_Penh')::date AS d) today,
            generate_series(d - 7, d + 14, interval '1 day') AS day
      WHERE extract(isodow FROM day) = $2 RETURNING id`,
    [...values, slotId],
  );
}

/** Runs one statement as the test, for arranging what has no builder. */
export function arrange(pool: Pool, text: string, values: unknown[] = []): Promise<number> {
  return insert(pool, text, values);
}
