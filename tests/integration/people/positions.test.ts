import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  assignPositionCommand,
  delegatePositionCommand,
  endAssignmentCommand,
  endDelegationCommand,
} from "@/lib/people/positions/commands";
import {
  findColleagues,
  listCurrentHolders,
  listHoldersOf,
  listPositionsOf,
} from "@/lib/people/positions/queries";
import { assignPositionInput } from "@/lib/people/positions/schemas";
import { getAccountAuthority } from "@/lib/platform/access/account-authority";
import { authorityOf, explainAuthority, mayOverride } from "@/lib/platform/access/authority";
import { recordOverride } from "@/lib/platform/access/override";
import { listHistory } from "@/lib/platform/audit/queries";
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { makeColleague, makePosition } from "@/tests/factories/colleague";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let adminPersonId = 0;
let adminAccountId = 0;
const today = campusToday();
const admin = () => accountActor({ role: "admin", accountId: adminAccountId, personId: adminPersonId });
const registrar = () => accountActor({ role: "registrar", accountId: 77 });
const reason = "as the council decided";

beforeAll(async () => {
  database = await createTestDatabase();
  adminPersonId = (await makeColleague({ kind: "staff" })).personId;
  adminAccountId = (await makeAccount(database.pool, { role: "admin", personId: adminPersonId })).id;
});
afterAll(() => database.close());

type Given = Partial<Parameters<typeof assignPositionInput.parse>[0] & object>;
const assign = (positionId: number, personId: number, given: Given = {}) =>
  assignPositionCommand(
    admin(),
    assignPositionInput.parse({
      positionId,
      personId,
      validFrom: "2026-01-01",
      lastDay: null,
      isActing: false,
      isPrimary: true,
      reason,
      ...given,
    }),
  );

/** A session of the person, to see what a request of theirs may do. */
async function signIn(personId: number, authorityLevel: number | null = null) {
  const { id: accountId } = await makeAccount(database.pool, { role: "registrar", personId, authorityLevel });
  const { rows } = await database.pool.query<{ id: string }>(
    `INSERT INTO account_session (id, account_id, role, expires_at)
     VALUES (gen_random_uuid(), $1, 'registrar', now() + interval '1 hour') RETURNING id`,
    [accountId],
  );
  const sessionId = rows[0]?.id ?? "";
  return {
    accountId,
    actor: async () => {
      const session = await loadSession({ sessionId, accountId } as Parameters<typeof loadSession>[0]);
      if (!session) throw new Error("no session");
      return session.actor;
    },
  };
}

describe("assigning a position", () => {
  it("takes who works here, once at a time, with one main position", async () => {
    const { id } = await makePosition("Librarian");
    const other = await makePosition("Archivist");
    const { personId } = await makeColleague();
    await assign(id, personId);
    await expect(assign(id, personId, { isPrimary: false })).rejects.toMatchObject({
      kind: "conflict",
      code: "positions.held_already",
    });
    await expect(assign(other.id, personId)).rejects.toMatchObject({ code: "positions.primary_already" });
    await assign(other.id, personId, { isPrimary: false, isActing: true });
    expect(await listPositionsOf(admin(), personId)).toHaveLength(2);

    const { personId: student } = await makeStudent();
    const { personId: left } = await makeColleague({ endDate: "2025-01-01" });
    for (const nobody of [student, left, 2_000_000_000]) {
      await expect(assign(id, nobody)).rejects.toMatchObject({
        kind: "invalid",
        code: "positions.not_a_colleague",
      });
    }
  });

  it("is never done for oneself, in the command or behind it", async () => {
    const { id } = await makePosition("Head of everything", { level: 1 });
    await expect(assign(id, adminPersonId)).rejects.toMatchObject({
      kind: "forbidden",
      code: "positions.not_to_oneself",
    });
    await expect(
      writeTx(admin(), {}, (tx) =>
        tx.positionAssignment.create({
          data: { positionId: id, personId: adminPersonId, validFrom: new Date("2026-01-01") },
        }),
      ),
    ).rejects.toMatchObject({ kind: "forbidden", code: "positions.not_to_oneself" });
  });

  it("leaves high authority to administrators", async () => {
    const { personId } = await makeColleague();
    const ask = (positionId: number) =>
      assignPositionCommand(
        registrar(),
        assignPositionInput.parse({
          positionId,
          personId,
          validFrom: today,
          lastDay: null,
          isActing: false,
          isPrimary: false,
          reason,
        }),
      );
    const chair = await makePosition("Chair", { level: 2 });
    const waiver = await makePosition("Clerk with waivers", { level: 4, overrides: ["PREREQUISITE_WAIVER"] });
    const clerk = await makePosition("Clerk", { level: 4 });
    for (const { id } of [chair, waiver])
      await expect(ask(id)).rejects.toMatchObject({
        kind: "forbidden",
        code: "positions.needs_administrator",
      });
    await ask(clerk.id);
    await expect(
      assignPositionCommand(
        accountActor({ role: "academic_director" }),
        assignPositionInput.parse({
          positionId: clerk.id,
          personId,
          validFrom: today,
          lastDay: null,
          isActing: false,
          isPrimary: false,
          reason,
        }),
      ),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("stays in the history of the person, with its reason", async () => {
    const { id } = await makePosition("Tester");
    const { personId } = await makeColleague();
    await assign(id, personId);
    const { rows } = await listHistory(accountActor({ role: "auditor" }), personId, 1, 50, () => true);
    expect(rows[0]).toMatchObject({ table: "position_assignment", operation: "INSERT", reason });
    await expect(
      writeTx(admin(), {}, (tx) => tx.positionAssignment.deleteMany({ where: { personId } })),
    ).rejects.toThrow();
  });
});

describe("authority from a position", () => {
  it("counts in its days only, and is gone with the next request after it ends", async () => {
    const { id } = await makePosition("Dean of now", { level: 1 });
    const { personId } = await makeColleague();
    const { actor } = await signIn(personId);
    expect((await actor()).authorityLevel).toBeNull();

    const { id: assignment } = await assign(id, personId, { validFrom: today });
    const held = await actor();
    expect(held).toMatchObject({ authorityLevel: 1, positions: [{ assignmentId: assignment, level: 1 }] });
    expect(mayOverride(held, "ENROLLMENT").value).toBe(true);

    await endAssignmentCommand(admin(), { id: assignment, version: 1, lastDay: addDays(today, -1), reason });
    expect(await actor()).toMatchObject({ authorityLevel: null, positions: [] });
    // It never held a whole day; the trace of it stays.
    expect(await listHoldersOf(admin(), id)).toMatchObject([{ state: "past", validFrom: today }]);

    await assign(id, personId, { validFrom: addDays(today, 1) });
    expect((await actor()).positions).toEqual([]);
  });

  it("counts for who is acting, and not in a position that is no longer in use", async () => {
    const { id } = await makePosition("Acting chair", { level: 2 });
    const { personId } = await makeColleague();
    const { actor } = await signIn(personId, 3);
    await assign(id, personId, { isActing: true, isPrimary: false });
    expect(await actor()).toMatchObject({ authorityLevel: 2, positions: [{ isActing: true }] });
    await database.pool.query(
      `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       UPDATE position SET is_active = false WHERE id = ${id}; COMMIT`,
    );
    // The level of the role is what remains.
    expect(await actor()).toMatchObject({ authorityLevel: 3, positions: [] });
  });

  it("by a named policy is kept with the override, and with it the position", async () => {
    const { id } = await makePosition("Seat keeper", { level: 4, overrides: ["ENROLLMENT_CAPACITY"] });
    const { personId } = await makeColleague();
    const { actor } = await signIn(personId);
    const { id: assignment } = await assign(id, personId);
    const who = await actor();
    const seats = { kind: "ENROLLMENT", policies: ["ENROLLMENT_CAPACITY"] } as const;
    expect(explainAuthority(authorityOf(who), { kind: "ENROLLMENT" }).value).toBeNull();
    const write = (asked: Parameters<typeof recordOverride>[2]["asked"]) =>
      writeTx(who, {}, (tx) =>
        recordOverride(tx, who, {
          asked,
          rule: "registration.seats",
          subjectId: null,
          target: { table: "class", key: 5 },
          reason: "one more chair was found",
          explained: { value: false, because: [] },
        }),
      );
    await expect(write({ kind: "ENROLLMENT" })).rejects.toMatchObject({
      code: "access.override_not_allowed",
    });
    await write(seats);
    expect(await database.prisma.ruleOverride.findFirstOrThrow()).toMatchObject({
      accountId: who.accountId,
      authorityLevel: 4,
      positionAssignmentId: assignment,
      rule: "registration.seats",
    });
  });

  it("is shown on the page of rights as the requests have it", async () => {
    const { id } = await makePosition("Shown", { level: 2, overrides: ["FEE_WAIVER"] });
    const { personId } = await makeColleague();
    const { accountId, actor } = await signIn(personId, 3);
    await assign(id, personId);
    const shown = await getAccountAuthority(admin(), accountId);
    expect(shown).toMatchObject({ roleLevel: 3, positions: (await actor()).positions });
    await expect(getAccountAuthority(registrar(), accountId)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("handing authority on", () => {
  it("moves it wholly to the delegate while it lasts, and back", async () => {
    const { id } = await makePosition("Traveller", { level: 1 });
    const holder = await makeColleague({ familyName: "SOK", personalName: "DARA" });
    const delegate = await makeColleague();
    const [ofHolder, ofDelegate] = [await signIn(holder.personId), await signIn(delegate.personId)];
    const { id: assignment } = await assign(id, holder.personId);
    // The holder needs no other right for it.
    await delegatePositionCommand(await ofHolder.actor(), {
      id: assignment,
      version: 1,
      personId: delegate.personId,
      from: today,
      lastDay: today,
      reason,
    });
    expect((await ofHolder.actor()).positions).toEqual([]);
    expect((await ofDelegate.actor()).positions).toMatchObject([
      { assignmentId: assignment, level: 1, delegatedBy: "SOK DARA" },
    ]);
    const why = explainAuthority(authorityOf(await ofDelegate.actor()), { kind: "OTHER" }).because;
    expect(why).toMatchObject([{ rule: "access.position_level_delegated", inputs: { by: "SOK DARA" } }]);

    await endDelegationCommand(await ofHolder.actor(), { id: assignment, version: 2, reason });
    expect((await ofHolder.actor()).positions).toHaveLength(1);
    expect((await ofDelegate.actor()).positions).toEqual([]);
  });

  it("counts on its days: not before the first, not after the last", async () => {
    const { id } = await makePosition("Planner", { level: 2 });
    const holder = await makeColleague();
    const delegate = await makeColleague();
    const ofDelegate = await signIn(delegate.personId);
    const { id: assignment } = await assign(id, holder.personId);
    const move = (from: string, to: string) =>
      database.pool.query(
        `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
         UPDATE position_assignment SET delegate_id = ${delegate.personId}, delegated_from = '${from}',
                delegated_to = '${to}' WHERE id = ${assignment}; COMMIT`,
      );
    await move(addDays(today, 1), addDays(today, 3));
    expect((await ofDelegate.actor()).positions).toEqual([]);
    await move(addDays(today, -3), today);
    expect((await ofDelegate.actor()).positions).toEqual([]);
    await move(addDays(today, -3), addDays(today, 1));
    expect((await ofDelegate.actor()).positions).toHaveLength(1);
  });

  it("goes no further, not to oneself and not back to the holder", async () => {
    const { id } = await makePosition("Chained", { level: 4 });
    const holder = await makeColleague();
    const delegate = await makeColleague();
    const third = await makeColleague();
    const ofDelegate = await signIn(delegate.personId);
    const { id: assignment } = await assign(id, holder.personId);
    const ask = (actor: Parameters<typeof delegatePositionCommand>[0], personId: number, version: number) =>
      delegatePositionCommand(actor, {
        id: assignment,
        version,
        personId,
        from: today,
        lastDay: addDays(today, 7),
        reason,
      });
    await expect(ask(admin(), holder.personId, 1)).rejects.toMatchObject({
      code: "positions.delegate_other",
    });
    await expect(ask(admin(), adminPersonId, 1)).rejects.toMatchObject({
      kind: "forbidden",
      code: "positions.not_to_oneself",
    });
    await ask(admin(), delegate.personId, 1);
    // Who only stands in is neither the holder nor somebody who fills positions.
    const standIn = {
      ...(await ofDelegate.actor()),
      permissions: accountActor({ role: "teacher" }).permissions,
    };
    await expect(ask(standIn, third.personId, 2)).rejects.toMatchObject({
      kind: "forbidden",
      code: "positions.not_yours",
    });
    await expect(ask(admin(), third.personId, 2)).rejects.toMatchObject({
      code: "positions.delegated_already",
    });
  });

  it("stays within the assignment, and ends with it", async () => {
    const { id } = await makePosition("Short", { level: 4 });
    const holder = await makeColleague();
    const delegate = await makeColleague();
    const { id: assignment } = await assign(id, holder.personId, { lastDay: addDays(today, 10) });
    const ask = (lastDay: string) =>
      delegatePositionCommand(admin(), {
        id: assignment,
        version: 1,
        personId: delegate.personId,
        from: today,
        lastDay,
        reason,
      });
    await expect(ask(addDays(today, 11))).rejects.toMatchObject({ code: "positions.delegation_within" });
    await ask(addDays(today, 10));
    await endAssignmentCommand(admin(), { id: assignment, version: 2, lastDay: addDays(today, 2), reason });
    expect(await listHoldersOf(admin(), id)).toMatchObject([
      { lastDay: addDays(today, 2), delegatedTo: addDays(today, 2), delegation: "current" },
    ]);
    await expect(
      endAssignmentCommand(admin(), { id: assignment, version: 3, lastDay: addDays(today, 5), reason }),
    ).rejects.toMatchObject({ code: "positions.ended_already" });
    await expect(
      endAssignmentCommand(admin(), { id: assignment, version: 2, lastDay: today, reason }),
    ).rejects.toMatchObject({ kind: "stale" });
  });
});

describe("the directory of colleagues", () => {
  it("finds who works here by name and number, and nobody else", async () => {
    const { number, personId } = await makeColleague({ familyName: "VONG", personalName: "CHANTHA" });
    await makeStudent({ familyName: "VONG", personalName: "CHANTHA" });
    const cashierless = accountActor({ role: "teacher" });
    expect(await findColleagues(cashierless, "vong chan")).toMatchObject([
      { personId, teacherNumber: number },
    ]);
    expect(await findColleagues(cashierless, String(number))).toMatchObject([{ personId }]);
    expect(await findColleagues(cashierless, "")).toEqual([]);
    await expect(findColleagues(accountActor({ role: "cashier" }), "vong")).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect((await listCurrentHolders(cashierless)).length).toBeGreaterThan(0);
  });
});
