import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelMeetingCommand } from "@/lib/classes/timetable/commands/cancel-meeting";
import { placeDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { moveMeetingCommand } from "@/lib/classes/weeks/move-meeting";
import { campusInstant, campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import {
  createFeedCommand,
  noteFeedRead,
  revokeFeedCommand,
} from "@/lib/registration/calendar-feeds/commands";
import { readFeed } from "@/lib/registration/calendar-feeds/feed-events";
import { makeToken } from "@/lib/registration/calendar-feeds/make-token";
import { findFeed, listOwnFeeds } from "@/lib/registration/calendar-feeds/queries";
import { MOST_FEEDS } from "@/lib/registration/calendar-feeds/schemas";
import { writeCalendar } from "@/lib/registration/calendar-feeds/write-calendar";
import { enrolStudentCommand } from "@/lib/registration/commands/enrol-student";
import { listStudentMeetings } from "@/lib/registration/queries/student-week";
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
  makeStudent,
  makeTeacher,
  makeTerm,
} from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const registrar = accountActor({ role: "registrar" });
const today = campusToday();
const monday = addDays(startOfWeek(today), 7);
const SITE = "https://naga.example";
let database: TestDatabase;
let campus: Campus;
let made: MadeClass;
let studentId: number;
let teacherId: number;
let student: ReturnType<typeof accountActor>;

/** The entries of a calendar, unfolded, as their properties. */
function entries(text: string): Record<string, string>[] {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  const found: Record<string, string>[] = [];
  let current: Record<string, string> | null = null;
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") current = {};
    else if (line === "END:VEVENT" && current) {
      found.push(current);
      current = null;
    } else if (current) {
      const colon = line.indexOf(":");
      current[line.slice(0, colon).split(";")[0] ?? ""] = line.slice(colon + 1);
    }
  }
  return found;
}

async function calendarOf(personId: number): Promise<Record<string, string>[]> {
  const content = await readFeed(personId, today);
  if (!content) throw new Error("nothing to read");
  return entries(writeCalendar(content, { site: SITE, label: "Phone", now: new Date() }));
}

const stamp = (day: string, minutes: number) =>
  campusInstant(day, minutes).toISOString().replace(/[-:]/g, "").replace(".000", "");

beforeAll(async () => {
  database = await createTestDatabase();
  const { pool } = database;
  campus = await makeCampus(pool);
  const roomId = await makeRoom(pool, "M101");
  [teacherId, studentId] = [await makeTeacher(pool), await makeStudent(pool)];
  const start = Math.round((Date.parse(monday) - Date.parse(today)) / 86_400_000);
  const termId = await makeTerm(pool, { code: "NEXT", start, end: start + 27 });
  const courseId = await makeCourse(pool, campus.cycles.bachelor, "FEED-1");
  made = await makeClass(pool, { courseId, termId, status: "SCHEDULED" });
  await placeDelivery(
    registrar,
    { deliveryId: made.deliveryId, slots: [{ weekday: 1, startMin: 480, endMin: 570, roomId, teacherId }] },
    1,
  );
  await enrolStudentCommand(registrar, { studentId, items: [{ classId: made.id }] });
  const own = async (personId: number, role: "student" | "teacher") => {
    const { id } = await makeAccount(pool, { role, personId });
    return accountActor({
      accountId: id,
      personId,
      role,
      scopes: [{ kind: "OWN", ref: null }],
    });
  };
  student = await own(studentId, "student");
  await own(teacherId, "teacher");
});

afterAll(() => database.close());

describe("what a calendar reads", () => {
  it("is what the timetable says, in the campus's hours", async () => {
    const shown = await listStudentMeetings(student, monday, addDays(monday, 27));
    const read = await calendarOf(studentId);
    expect(shown).toHaveLength(4);
    expect(read.map((each) => each.UID).sort()).toEqual(
      shown.map((each) => `meeting-${each.id}@naga.example`).sort(),
    );
    expect(read[0]).toMatchObject({
      DTSTART: stamp(monday, 480),
      DTEND: stamp(monday, 570),
      STATUS: "CONFIRMED",
      SEQUENCE: "0",
    });
    expect(read[0]?.SUMMARY).toContain("FEED-1 A");
    expect(read[0]?.LOCATION).toContain("M101");
    expect((await calendarOf(teacherId)).map((each) => each.UID)).toEqual(read.map((each) => each.UID));
  });

  it("strikes out what is cancelled, and moves what was moved, under the same identifier", async () => {
    const [first, second] = await listStudentMeetings(student, monday, addDays(monday, 13));
    if (!first || !second) throw new Error("meetings are missing");
    await cancelMeetingCommand(registrar, {
      meetingId: first.id,
      version: first.version,
      reason: "The teacher is ill",
    });
    const onDate = addDays(monday, 8);
    await moveMeetingCommand(registrar, {
      meetingId: second.id,
      version: second.version,
      slotVersion: null,
      scope: "once",
      onDate,
      startMin: 600,
      endMin: 690,
      roomId: null,
      acceptClashes: false,
    });
    const read = new Map((await calendarOf(studentId)).map((each) => [each.UID, each]));
    expect(read.size).toBe(4);
    const cancelled = read.get(`meeting-${first.id}@naga.example`);
    expect(cancelled).toMatchObject({ STATUS: "CANCELLED", SEQUENCE: "1", DTSTART: stamp(monday, 480) });
    expect(cancelled?.SUMMARY).toContain("Cancelled");
    expect(cancelled?.DESCRIPTION).toContain("The teacher is ill");
    const moved = read.get(`meeting-${second.id}@naga.example`);
    expect(moved).toMatchObject({ STATUS: "CONFIRMED", SEQUENCE: "1", DTSTART: stamp(onDate, 600) });
    expect(moved?.DESCRIPTION).toContain("Moved from");
  });

  it("shows holidays as whole days, and no texts that break the format", async () => {
    await arrange(
      database.pool,
      `INSERT INTO holiday (name, name_km, start_date, end_date)
       VALUES (E'Feast; of, all\nEND:VEVENT', 'បុណ្យ', $1, $1) RETURNING id`,
      [addDays(monday, 3)],
    );
    const closed = (await calendarOf(studentId)).filter((each) => each.UID?.startsWith("closed-"));
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({
      DTSTART: addDays(monday, 3).replaceAll("-", ""),
      TRANSP: "TRANSPARENT",
    });
    expect(closed[0]?.SUMMARY).toContain("Feast\\; of\\, all\\nEND:VEVENT");
  });

  it("ends with the role, and with the account", async () => {
    const pupil = await makeStudent(database.pool);
    expect(await readFeed(pupil, today)).toBeNull();
    const { id } = await makeAccount(database.pool, { role: "student", personId: pupil });
    expect(await readFeed(pupil, today)).toMatchObject({ meetings: [] });
    await arrange(
      database.pool,
      "UPDATE role_assignment SET valid_to = valid_from + 1 WHERE account_id = $1 RETURNING id",
      [id],
    );
    expect(await readFeed(pupil, today)).toBeNull();
    const officer = await makeStudent(database.pool);
    await makeAccount(database.pool, { role: "registrar", personId: officer });
    // A private address never carries the rights of an office.
    expect(await readFeed(officer, today)).toBeNull();
  });
});

describe("addresses", () => {
  it("are kept as a hash, found by the token alone, and gone when they are taken back", async () => {
    const token = makeToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    const { id } = await createFeedCommand(student, { label: "Phone", token });
    const { rows } = await database.pool.query("SELECT * FROM calendar_feed WHERE id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const { rows: logged } = await database.pool.query(
      "SELECT count(*)::int AS n FROM audit.entry WHERE table_name = 'calendar_feed' AND new::text LIKE '%' || $1 || '%'",
      [rows[0].token_hash],
    );
    expect(logged[0].n).toBe(0);
    expect(await findFeed(token)).toMatchObject({ id, personId: studentId, noteDue: true });
    expect(await findFeed(makeToken())).toBeNull();
    await noteFeedRead(id);
    expect(await findFeed(token)).toMatchObject({ noteDue: false });
    const [feed] = await listOwnFeeds(student);
    expect(feed).toMatchObject({ id, label: "Phone", version: 1 });
    expect(feed?.lastReadAt).not.toBeNull();
    await expect(revokeFeedCommand(student, { id, version: 9 })).rejects.toMatchObject({ kind: "stale" });
    const stranger = accountActor({ role: "student", personId: teacherId });
    await expect(revokeFeedCommand(stranger, { id, version: 1 })).rejects.toMatchObject({
      code: "registration.feed_not_found",
    });
    await revokeFeedCommand(student, { id, version: 1 });
    expect(await findFeed(token)).toBeNull();
    expect(await listOwnFeeds(student)).toEqual([]);
  });

  it("go on being read while nothing can be written", async () => {
    const { id } = await createFeedCommand(student, { label: "Read only", token: makeToken() });
    await arrange(
      database.pool,
      `INSERT INTO setting (key, value, valid_from) VALUES ('operations.read_only', 'true', '2020-01-01') RETURNING id`,
    );
    await expect(noteFeedRead(id)).resolves.toBeUndefined();
    await expect(createFeedCommand(student, { label: "No", token: makeToken() })).rejects.toMatchObject({
      kind: "read_only",
    });
    await arrange(database.pool, "DELETE FROM setting WHERE key = 'operations.read_only' RETURNING id");
  });

  it("are ten at most, also when they are made at once", async () => {
    const living = (await listOwnFeeds(student)).length;
    const tries = await Promise.allSettled(
      Array.from({ length: MOST_FEEDS }, (_, index) =>
        createFeedCommand(student, { label: `Phone ${index}`, token: makeToken() }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_FEEDS - living);
    expect(await listOwnFeeds(student)).toHaveLength(MOST_FEEDS);
  });
});
