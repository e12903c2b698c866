import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { combineCommand } from "@/lib/classes/combined/commands";
import { findCombinedView } from "@/lib/classes/combined/members";
import { splitCommand } from "@/lib/classes/combined/split";
import {
  createCombinedTemplateCommand,
  editCombinedTemplateCommand,
} from "@/lib/classes/combined/template-commands";
import { listCombinedTemplates } from "@/lib/classes/combined/templates";
import { createClassCommand } from "@/lib/classes/commands/create-class";
import { createClassInput } from "@/lib/classes/editing/schemas";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
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

const registrar = accountActor({ role: "registrar" });
const reason = "the test asks for it";
let database: TestDatabase;
let campus: Campus;
/** A term that begins next week: nothing of it is over. */
let termId: number;
let courses: number[];

const inClass = async (id: number) => {
  const { rows } = await database.pool.query(
    `SELECT c.version, c.class_type AS type, c.combined_class_id AS combined, c.seat_pool_id AS pool, p.capacity, p.taken,
            (SELECT array_agg(cp.delivery_id ORDER BY cs.number, cp.code) FROM class_session cs
               JOIN class_part cp ON cp.session_id = cs.id WHERE cs.class_id = c.id) AS deliveries
       FROM class c JOIN seat_pool p ON p.id = c.seat_pool_id WHERE c.id = $1`,
    [id],
  );
  return rows[0];
};
const drift = async () => (await database.pool.query("SELECT * FROM seat_pool_drift()")).rows;

async function enrol(classId: number): Promise<number> {
  const studentId = await makeStudent(database.pool);
  const [result] = (await enrolStudentCommand(registrar, { studentId, items: [{ classId }] })).items;
  expect(result?.outcome).toBe("enrolled");
  return studentId;
}

let weekday = 0;
/** Two classes at one time, with room and teacher each. */
async function pair(capacity = 30) {
  weekday = (weekday % 7) + 1;
  const made: Awaited<ReturnType<typeof makeClass>>[] = [];
  for (const [index, courseId] of courses.slice(0, 2).entries()) {
    const roomId = await makeRoom(database.pool, `R${weekday}${index}`);
    const teacherId = await makeTeacher(database.pool);
    const one = await makeClass(database.pool, {
      courseId: courseId as number,
      termId,
      section: String.fromCharCode(64 + weekday),
      capacity,
      status: "SCHEDULED",
    });
    await arrange(
      database.pool,
      `INSERT INTO slot (delivery_id, weekday, start_min, end_min, room_id, teacher_id, valid_from, valid_to)
       SELECT $1, $2, 600, 690, $3, $4, start_date, end_date FROM term WHERE id = $5 RETURNING id`,
      [one.deliveryId, weekday, roomId, teacherId, termId],
    );
    made.push(one);
  }
  return made as [(typeof made)[number], (typeof made)[number]];
}

const combine = (keeps: number, joins: number, capacity = 40, versions: [number, number] = [1, 1]) =>
  combineCommand(registrar, {
    id: keeps,
    version: versions[0],
    joinsId: joins,
    joinsVersion: versions[1],
    capacity,
    reason,
  });
const refusal = (rule: string) => ({ code: "classes.combine_refused", explained: { because: [{ rule }] } });

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  termId = await makeTerm(database.pool, { code: "NEXT", start: 7, end: 90, add: 14, drop: 21 });
  courses = [];
  for (const code of ["MGMT-350", "IREL-410", "MGMT-420", "POLS-320", "LAWS-200"])
    courses.push(await makeCourse(database.pool, campus.cycles.bachelor, code));
});
afterAll(() => database.close());

describe("classes taught as one, by hand", () => {
  it("share seats, times, room and teacher, and the seats count all of them", async () => {
    const [one, two] = await pair();
    await enrol(one.id);
    await enrol(two.id);
    await enrol(two.id);
    await combine(one.id, two.id);
    const [first, second] = [await inClass(one.id), await inClass(two.id)];
    expect(first).toMatchObject({
      version: 2,
      type: "COMBINED",
      capacity: 40,
      taken: 3,
      pool: one.seatPoolId,
    });
    expect(second).toMatchObject({ ...first, deliveries: [one.deliveryId] });
    const { rows } = await database.pool.query("SELECT id FROM seat_pool WHERE id = $1", [two.seatPoolId]);
    expect(rows).toEqual([]);
    const { rows: orphans } = await database.pool.query("SELECT id FROM slot WHERE delivery_id = $1", [
      two.deliveryId,
    ]);
    expect(orphans).toEqual([]);
    expect(await drift()).toEqual([]);
    const view = await findCombinedView(registrar, two.id);
    expect(view).toMatchObject({ name: "MGMT-350 + IREL-410", with: [{ id: one.id }] });

    // Split again: own seats for those who are in it, the same times, room and teacher stay with the other.
    await splitCommand(registrar, { id: two.id, version: 2, capacity: 20, reason });
    const apart = await inClass(two.id);
    expect(apart).toMatchObject({ type: "STANDARD", combined: null, capacity: 20, taken: 2 });
    expect(await inClass(one.id)).toMatchObject({ type: "STANDARD", combined: null, taken: 1 });
    const times = await database.pool.query(
      "SELECT weekday, start_min, room_id, teacher_id FROM slot WHERE delivery_id = $1 AND live",
      [apart.deliveries[0]],
    );
    expect(times.rows).toEqual([{ weekday, start_min: 600, room_id: null, teacher_id: null }]);
    const meetings = await database.pool.query("SELECT count(*)::int FROM meeting WHERE delivery_id = $1", [
      apart.deliveries[0],
    ]);
    expect(meetings.rows[0].count).toBeGreaterThan(8);
    expect(await drift()).toEqual([]);
    expect((await database.pool.query("SELECT id FROM combined_class")).rows).toEqual([]);
    const { rows: events } = await database.pool.query(
      "SELECT kind FROM class_event WHERE class_id = $1 ORDER BY id",
      [two.id],
    );
    expect(events).toEqual([{ kind: "combined" }, { kind: "split" }]);
  });

  it("are refused with every reason when seats or times do not fit", async () => {
    const [one, two] = await pair();
    await enrol(one.id);
    await enrol(two.id);
    await expect(combine(one.id, two.id, 1)).rejects.toMatchObject(refusal("classes.combine_too_many"));
    await arrange(database.pool, "UPDATE slot SET start_min = 610 WHERE delivery_id = $1", [two.deliveryId]);
    await expect(combine(one.id, two.id, 1)).rejects.toMatchObject({
      explained: {
        because: [{ rule: "classes.combine_too_many" }, { rule: "classes.combine_times_differ" }],
      },
    });
    expect(await inClass(two.id)).toMatchObject({ version: 1, combined: null, taken: 1 });
    await expect(
      splitCommand(registrar, { id: one.id, version: 1, capacity: 10, reason }),
    ).rejects.toMatchObject({
      code: "classes.split_refused",
    });
  });

  it("take over times where one of them has none", async () => {
    const [one, two] = await pair();
    await arrange(database.pool, "DELETE FROM slot WHERE delivery_id = $1", [one.deliveryId]);
    await combine(one.id, two.id);
    expect((await inClass(one.id)).deliveries).toEqual([two.deliveryId]);
  });

  it("lose no lesson that was held", async () => {
    const running = await makeTerm(database.pool, { code: "RUN" });
    const [a, b] = [
      await makeClass(database.pool, { courseId: courses[0] as number, termId: running, slots: [] }),
      await makeClass(database.pool, { courseId: courses[1] as number, termId: running }),
    ];
    await arrange(
      database.pool,
      "INSERT INTO meeting (delivery_id, on_date, start_min, end_min) VALUES ($1, current_date - 3, 600, 690) RETURNING id",
      [b.deliveryId],
    );
    await expect(combine(a.id, b.id)).rejects.toMatchObject(refusal("classes.combine_already_met"));
    await combine(b.id, a.id);
    await expect(
      splitCommand(registrar, { id: a.id, version: 2, capacity: 10, reason }),
    ).rejects.toMatchObject({ explained: { because: [{ rule: "classes.split_already_met" }] } });
  });

  it("are judged again when somebody changed one of them meanwhile", async () => {
    const [one, two] = await pair();
    await expect(combine(one.id, two.id, 40, [1, 2])).rejects.toMatchObject({ kind: "stale" });
    const outcomes = await Promise.allSettled([combine(one.id, two.id), combine(two.id, one.id)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await drift()).toEqual([]);
  });

  it("keep whoever waits: free seats of the larger pool are offered to them", async () => {
    const [one, two] = await pair(1);
    await enrol(one.id);
    await enrol(two.id);
    const studentId = await makeStudent(database.pool);
    await database.pool.query(
      `SELECT apply_cart('system:test', $1, 0, '{}', jsonb_build_array(jsonb_build_object('take', $2::int, 'wait', true)))`,
      [studentId, two.id],
    );
    await combine(one.id, two.id, 3);
    const { rows } = await database.pool.query("SELECT status FROM enrolment WHERE student_id = $1", [
      studentId,
    ]);
    expect(rows).toEqual([{ status: "OFFERED" }]);
    expect(await drift()).toEqual([]);
  });
});

describe("classes taught as one, by template", () => {
  const wanted = (course: string, over: object = {}) =>
    createClassInput.parse({
      course,
      termId,
      section: "A",
      timeOfDay: "EVE",
      classType: "STANDARD",
      capacity: 35,
      combine: true,
      notes: null,
      targetEnrolment: 3,
      description: null,
      ...over,
    });

  it("are joined when they are made: one delivery a part, one pool", async () => {
    const { id } = await createCombinedTemplateCommand(registrar, {
      name: "Politics of trade",
      nameKm: null,
      courses: ["MGMT-420", "POLS-320"],
      isActive: true,
    });
    const first = await createClassCommand(registrar, wanted("MGMT-420"));
    const second = await createClassCommand(registrar, wanted("POLS-320"));
    expect(second.combinedClassId).toBe(first.combinedClassId);
    expect(await inClass(second.id)).toEqual(await inClass(first.id));
    expect(await inClass(first.id)).toMatchObject({ type: "COMBINED", capacity: 35 });
    const alone = await createClassCommand(registrar, wanted("POLS-320", { section: "B", combine: false }));
    expect(alone.combinedClassId).toBeNull();
    expect(await listCombinedTemplates(registrar)).toMatchObject([
      { id, running: 1, courses: [{ code: "MGMT-420" }, { code: "POLS-320" }] },
    ]);
  });

  it("have each course in one template in use, and at least two courses", async () => {
    const facts = { name: "Twice", nameKm: null, courses: ["LAWS-200", "POLS-320"], isActive: true };
    await expect(createCombinedTemplateCommand(registrar, facts)).rejects.toMatchObject({
      code: "classes.course_in_template",
    });
    const { id } = await createCombinedTemplateCommand(registrar, { ...facts, isActive: false });
    await expect(editCombinedTemplateCommand(registrar, { ...facts, id, version: 1 })).rejects.toMatchObject({
      code: "classes.course_in_template",
    });
    await editCombinedTemplateCommand(registrar, {
      ...facts,
      id,
      version: 1,
      courses: ["LAWS-200", "IREL-410"],
    });
    await expect(
      arrange(
        database.pool,
        "DELETE FROM combined_template_course WHERE template_id = $1 AND course_id = $2",
        [id, courses[1]],
      ),
    ).rejects.toMatchObject({ constraint: "combined_template_complete" });
    await expect(
      createCombinedTemplateCommand(accountActor({ role: "auditor" }), facts),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
