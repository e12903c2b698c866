import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "@/lib/operations/change-set-kinds";
import "@/lib/operations/file-purposes";
import { calendarLists } from "@/lib/calendar/import-area";
import { placeDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { getImport, listProblems } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import { pool } from "@/lib/platform/db/pool";
import { putFile } from "@/lib/platform/storage/files";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeCampus, makeClass, makeCourse, makeTerm } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

const KIND = "classes.import-holidays";
/** A Monday to come; its year is the one whose holidays are loaded. */
const monday = addDays(startOfWeek(campusToday()), 14);
const year = monday.slice(0, 4);
const written = (day: string) => day.split("-").reverse().join("/");
let database: TestDatabase;
let registrar: AccountActor;
let deliveryId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(pool())).id });
  const campus = await makeCampus(database.pool);
  const termId = await makeTerm(database.pool, { code: "HOL-1" });
  const courseId = await makeCourse(database.pool, campus.cycles.bachelor, "HOL-101");
  ({ deliveryId } = await makeClass(database.pool, { courseId, termId, status: "SCHEDULED" }));
  const slot = { weekday: 1, startMin: 480, endMin: 570, roomId: null, teacherId: null };
  await placeDelivery(registrar, { deliveryId, slots: [slot] }, 1);
});
afterAll(() => database.close());

async function succeed(): Promise<void> {
  expect((await runWaitingJobs()).map((run) => run.status)).toEqual(["SUCCEEDED"]);
}

/** Sends a list, takes the guessed columns, and has it tried. */
async function check(text: string) {
  const file = await putFile(registrar, {
    stream: Readable.from([text]),
    name: "holidays.csv",
    purpose: calendarLists.upload,
  });
  const { id } = await createImportCommand(registrar, { fileId: file.id, kind: KIND });
  await succeed();
  const { set, draft } = await getImport(registrar, KIND, id);
  const mapping = draft.mapping as Record<string, number>;
  await checkImportCommand(registrar, { id, version: set.version, mapping, options: {} });
  await succeed();
  const state = await getImport(registrar, KIND, id);
  const { rows } = await listProblems(registrar, state, { code: null, page: 1, pageSize: 50 });
  return {
    id,
    summary: state.summary,
    problems: rows.map(({ row, field, code }) => `${row} ${field} ${code}`),
  };
}

async function step(id: number, start: typeof startApplyCommand) {
  const { version } = await getChangeSet(registrar, id);
  await start(registrar, { id, version });
  await succeed();
}

async function holidays() {
  const { rows } = await database.pool.query(
    `SELECT name, name_km AS km, start_date::text AS "from", end_date::text AS "to", is_active AS active FROM holiday ORDER BY start_date, name`,
  );
  return rows;
}

async function meeting(day = monday) {
  const { rows } = await database.pool.query(
    "SELECT cancelled, cancel_reason AS reason FROM meeting WHERE delivery_id = $1 AND on_date = $2::date",
    [deliveryId, day],
  );
  return rows[0];
}

describe("a list of holidays", () => {
  it("is guessed in both languages, checked, loaded with its meetings, loaded again, and taken back", async () => {
    // As it is pasted from a spreadsheet: apart by tabs, both scripts, days as Cambodia writes them.
    const list = [
      "ថ្ងៃដំបូង\tLast day\tHoliday\tឈ្មោះជាភាសាខ្មែរ\tNotes",
      `${written(monday)}\t\tWater Festival\tបុណ្យអុំទូក\t`,
      `${year}-04-14\t${year}-04-16\tKhmer New Year\tចូលឆ្នាំថ្មី\tannounced`,
      `\t\tNo Day\tគ្មាន\t`,
      `31/02/${year}\t\tNo Such Day\tគ្មាន\t`,
      `05/05/${year}\t\tNo Khmer Name\t\t`,
      `06/05/${year}\t01/05/${year}\tEnds Before\tមុន\t`,
      `01/06/${year}\t01/09/${year}\tToo Long\tវែង\t`,
      `07/05/${year}\t\tKhmer New Year\tម្ដងទៀត\t`,
      "01/01/2099\t\tFar Away\tឆ្ងាយ\t",
    ].join("\n");
    const { id, summary, problems } = await check(list);
    expect(problems).toEqual(
      [
        "4 firstDay missing_day",
        "5 firstDay date_format",
        "7 lastDay end_before_start",
        "8 lastDay holiday_too_long",
        "9 holidayName holiday_twice",
        "10 firstDay day_far",
        "6 holidayNameKm missing_holiday_name",
      ].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    );
    expect(summary).toMatchObject({ rows: 9, added: 2, updated: 0, rejected: 7 });
    // The trial changes nothing.
    expect(await holidays()).toEqual([]);
    expect(await meeting()).toMatchObject({ cancelled: false });

    await step(id, startApplyCommand);
    expect(await holidays()).toEqual(
      [
        { name: "Khmer New Year", km: "ចូលឆ្នាំថ្មី", from: `${year}-04-14`, to: `${year}-04-16`, active: true },
        { name: "Water Festival", km: "បុណ្យអុំទូក", from: monday, to: monday, active: true },
      ].sort((a, b) => a.from.localeCompare(b.from)),
    );
    expect(await meeting()).toEqual({ cancelled: true, reason: "holiday" });

    // The government moved it: the same name in the same year is the same holiday. Case and quotes do not matter.
    const moved = addDays(monday, 1);
    const again = await check(
      `Date,Holiday\n${written(moved)},WATER  festival\n14/04/${year},Khmer New Year`,
    );
    expect(again.summary).toMatchObject({ added: 0, updated: 2, rejected: 0 });
    await step(again.id, startApplyCommand);
    expect(await meeting()).toMatchObject({ cancelled: false });
    const after = await holidays();
    expect(after.find(({ from }) => from === moved)).toMatchObject({ km: "បុណ្យអុំទូក" });

    await step(again.id, startUndoCommand);
    expect(await meeting()).toEqual({ cancelled: true, reason: "holiday" });
    const next = addDays(monday, 7);
    const fresh = await check(`Date,Holiday,Khmer name\n${written(next)},Fresh,ថ្មី`);
    await step(fresh.id, startApplyCommand);
    expect(await meeting(next)).toEqual({ cancelled: true, reason: "holiday" });
    await step(fresh.id, startUndoCommand);
    expect((await holidays()).map(({ name }) => name)).not.toContain("Fresh");
    expect(await meeting(next)).toMatchObject({ cancelled: false });
  });

  it("belongs to whoever may change the calendar", async () => {
    const director = accountActor({ role: "academic_director", accountId: registrar.accountId });
    await expect(
      createImportCommand(director, { fileId: "00000000-0000-7000-8000-000000000000", kind: KIND }),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
