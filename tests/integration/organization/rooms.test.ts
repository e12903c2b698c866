import { afterAll, beforeAll, expect, it } from "vitest";
import { setRoomUseCommand } from "@/lib/classes/commands/set-room-use";
import { getRoomUse } from "@/lib/classes/rooms/room-use";
import { createRoomCommand, editRoomCommand } from "@/lib/organization/rooms/commands";
import { getRoom, listRooms } from "@/lib/organization/rooms/queries";
import { createRoomInput } from "@/lib/organization/rooms/schemas";
import { loadRoomList } from "@/lib/organization/rooms/search-params";
import type { AccountActor } from "@/lib/platform/access/actor";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { type Campus, makeCampus, makeClass, makeCourse } from "@/tests/factories/timetable";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let campus: Campus;
let registrar: AccountActor;

beforeAll(async () => {
  database = await createTestDatabase();
  campus = await makeCampus(database.pool);
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
});
afterAll(() => database.close());

const facts = (more: object = {}) =>
  createRoomInput.parse({
    building: "WEST",
    name: "Reading Hall",
    code: "",
    roomType: "CLASS",
    capacity: "30",
    hasProjector: true,
    hasWhiteboard: true,
    hasComputers: false,
    notes: "",
    ...more,
  });
const list = (params: object) => listRooms(registrar, loadRoomList(params as Record<string, string>));

it("gives codes by itself, also to two at once, and refuses what is taken", async () => {
  const made = await Promise.all(
    ["One", "Two", "Three"].map((name) => createRoomCommand(registrar, facts({ name }))),
  );
  expect(made.map(({ code }) => code).sort()).toEqual(["W101", "W102", "W103"]);
  await expect(createRoomCommand(registrar, facts({ name: "One" }))).rejects.toMatchObject({
    code: "organization.room_name_taken",
  });
  await expect(createRoomCommand(registrar, facts({ name: "New", code: "w101" }))).rejects.toMatchObject({
    code: "organization.room_code_taken",
  });
  await expect(createRoomCommand(accountActor({ role: "auditor" }), facts())).rejects.toMatchObject({
    kind: "forbidden",
  });
});

it("is edited where it stands, and not on top of somebody else's change", async () => {
  const { id, code } = await createRoomCommand(registrar, facts({ name: "Edited" }));
  expect(await editRoomCommand(registrar, { id, version: 1, capacity: 60 })).toEqual({ version: 2, code });
  await expect(editRoomCommand(registrar, { id, version: 1, name: "Late" })).rejects.toMatchObject({
    kind: "stale",
  });
  await expect(
    editRoomCommand(registrar, { id: 2_000_000_000, version: 1, name: "x" }),
  ).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(await getRoom(registrar, code)).toMatchObject({ capacity: 60, name: "Edited", isActive: true });
});

it("is found by code, name, building, size and equipment; those out of use only when asked for", async () => {
  const { id, code } = await createRoomCommand(
    registrar,
    facts({ building: "BACK", name: "Laboratory", roomType: "COMP", capacity: 80, hasComputers: true }),
  );
  const codes = async (params: object) => (await list(params)).rows.map((room) => room.code);
  expect(await codes({ q: "labor" })).toEqual([code]);
  expect(await codes({ building: "BACK", has: "computers,projector" })).toEqual([code]);
  expect(await codes({ seats: "70" })).toEqual([code]);
  await setRoomUseCommand(registrar, {
    id,
    version: 1,
    isActive: false,
    leftovers: null,
    reason: "water damage",
  });
  expect(await codes({ building: "BACK" })).toEqual([]);
  expect(await codes({ building: "BACK", use: "out" })).toEqual([code]);
});

it("goes out of use only when somebody has said what becomes of its meetings", async () => {
  const { id } = await createRoomCommand(registrar, facts({ name: "Used" }));
  const made = await makeClass(database.pool, {
    courseId: await makeCourse(database.pool, campus.cycles.bachelor, "ROOM-1"),
    termId: campus.termId,
    slots: [{ weekday: 2, startMin: 480, endMin: 570, roomId: id }],
  });
  const use = await getRoomUse(registrar, id);
  expect(use.times).toMatchObject([
    { weekday: 2, startMin: 480, classes: [{ id: made.id, code: "ROOM-1" }] },
  ]);
  expect(use.meetings).toBeGreaterThanOrEqual(2);
  const close = { id, version: 1, isActive: false, reason: "the roof is repaired" };
  await expect(setRoomUseCommand(registrar, { ...close, leftovers: null })).rejects.toMatchObject({
    code: "classes.room_still_used",
    params: { count: use.meetings },
  });
  expect(await setRoomUseCommand(registrar, { ...close, leftovers: "stay" })).toEqual({
    version: 2,
    freed: 0,
  });
  expect((await getRoomUse(registrar, id)).meetings).toBe(use.meetings);

  await setRoomUseCommand(registrar, { ...close, version: 2, isActive: true, leftovers: null });
  const version = async () =>
    (await database.pool.query("SELECT version FROM class WHERE id = $1", [made.id])).rows[0]
      .version as number;
  const before = await version();
  const freed = await setRoomUseCommand(registrar, { ...close, version: 3, leftovers: "free" });
  expect(freed.freed).toBe(use.meetings);
  expect(await getRoomUse(registrar, id)).toMatchObject({ times: [], meetings: 0 });
  expect(await version()).toBe(before + 1);
  const { rows } = await database.pool.query(
    "SELECT count(*)::int AS held FROM meeting WHERE room_id = $1 AND on_date < (now() AT TIME ZONE 'Asia/Phnom_Penh')::date",
    [id],
  );
  expect(rows[0].held).toBeGreaterThanOrEqual(1);
});
