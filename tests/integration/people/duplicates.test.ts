import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { columnSight } from "@/lib/people/column-fields";
import {
  compareWholeCampusCommand,
  decideDuplicateCommand,
  reopenDuplicateCommand,
} from "@/lib/people/duplicates/commands";
import { comparePeople, lastComparison, whoChanged } from "@/lib/people/duplicates/compare";
import { findSimilar } from "@/lib/people/duplicates/entry";
import {
  countOpenDuplicates,
  getDuplicate,
  listDuplicates,
  nextDuplicate,
  openDuplicatesOf,
} from "@/lib/people/duplicates/queries";
import { similarQuery } from "@/lib/people/duplicates/schemas";
import { loadDuplicateListParams } from "@/lib/people/duplicates/search-params";
import { normalisePhone, searchKey } from "@/lib/people/rules";
import { systemActor } from "@/lib/platform/access/actor";
import { permissionsOf } from "@/lib/platform/access/roles";
import { listHistory } from "@/lib/platform/audit/queries";
import { dayToDb } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
const registrar = accountActor();
const system = systemActor("test");
let next = 50_000;

type Given = Partial<{
  familyName: string;
  personalName: string;
  khmer: [string, string];
  khmerNameSource: "APPROXIMATED" | "LEGACY";
  born: string;
  province: string;
  phone: string;
  email: string;
  number: number;
}>;

/** An invented student; returns the person id. */
async function person(given: Given = {}): Promise<number> {
  const name = {
    familyName: given.familyName ?? "TEP",
    personalName: given.personalName ?? "SOVANN",
    khmerFamilyName: given.khmer?.[0] ?? null,
    khmerPersonalName: given.khmer?.[1] ?? null,
  };
  return writeTx(system, {}, async (tx) => {
    const { id } = await tx.person.create({
      data: {
        ...name,
        khmerNameSource: given.khmer ? (given.khmerNameSource ?? "LEGACY") : null,
        searchKey: searchKey(name),
        dateOfBirth: dayToDb(given.born ?? null),
        birthProvince: given.province ?? null,
        personalEmail: given.email ?? null,
        ...(given.phone
          ? {
              phones: {
                create: { number: given.phone, digits: normalisePhone(given.phone), isPreferred: true },
              },
            }
          : {}),
      },
    });
    await tx.student.create({
      data: {
        personId: id,
        number: given.number ?? next++,
        status: "ACTIVE",
        statusSince: dayToDb("2025-01-06"),
      },
    });
    return id;
  });
}

const list = (params: Record<string, string> = {}) =>
  listDuplicates(registrar, loadDuplicateListParams(params));
const pairs = async () =>
  (await list()).rows.map((row) => [row.left.personId, row.right.personId, row.score, row.status]);
const only = async () => {
  const [row] = (await list()).rows;
  if (!row) throw new Error("no pair");
  return row;
};

beforeAll(async () => {
  database = await createTestDatabase();
  await freshQueue();
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     INSERT INTO account (id, email, display_name) VALUES (1, 'one@demo.naga.example', 'Registrar One'); COMMIT`,
  );
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query(
    `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
     DELETE FROM duplicate_candidate; DELETE FROM student; DELETE FROM phone; DELETE FROM person; COMMIT`,
  );
});

describe("comparing people", () => {
  it("finds by telephone, e-mail, name in either script and order, and a birthday with a name that resembles", async () => {
    const here = await person({
      familyName: "SOK",
      personalName: "DARA",
      khmer: ["សុខ", "ដារ៉ា"],
      born: "2004-05-01",
      province: "TAKEO",
      phone: "+855 12 345 678",
      email: "dara@mail.example",
    });
    const others: [Given, number][] = [
      [{ familyName: "SOK", personalName: "DARO", phone: "012345678" }, 0.525],
      [{ familyName: "DARA", personalName: "SOK", born: "2004-05-20" }, 0.58],
      [{ familyName: "SUK", personalName: "TARA", khmer: ["សុខ", "ដារ៉ា"], born: "2004-05-01" }, 0.72],
      [{ familyName: "SOK", personalName: "DARAA", born: "2004-05-01" }, 0.62],
      [{ familyName: "SAK", personalName: "DARA", born: "2004-05-12", province: "TAKEO" }, 0.54],
      [{ familyName: "CHHIM", personalName: "BOPHA", born: "2004-05-01", email: "DARA@mail.example" }, 0.5],
    ];
    const ids: number[] = [];
    for (const [given] of others) ids.push(await person(given));
    // Near misses: below 0.5, or a Khmer name that is only a guess.
    await person({ familyName: "SOK", personalName: "DARA" });
    await person({ familyName: "LIM", personalName: "SOTHEA", born: "2004-05-01", province: "TAKEO" });
    await person({
      familyName: "NHEM",
      personalName: "RATHA",
      khmer: ["សុខ", "ដារ៉ា"],
      khmerNameSource: "APPROXIMATED",
      born: "2004-05-01",
    });
    expect(await comparePeople(system, [here])).toEqual({ found: others.length, askedAgain: 0, settled: 0 });
    const found = new Map((await pairs()).map(([left, right, score]) => [right, [left, score]]));
    for (const [place, [, score]] of others.entries()) {
      expect(found.get(ids[place] as number), JSON.stringify(others[place])).toEqual([here, score]);
    }
    // The other way round nothing new is found, and nothing is asked twice.
    expect(await comparePeople(system, ids)).toMatchObject({ found: expect.any(Number), settled: 0 });
    expect((await pairs()).filter(([left]) => left === here)).toHaveLength(others.length);
  });

  it("says what agrees, and how risky it is", async () => {
    const twin = { born: "2004-05-01", phone: "012 345 678" };
    const [a, b] = [await person(twin), await person(twin)];
    await comparePeople(system, [b]);
    const row = await only();
    expect(row).toMatchObject({ score: 0.945, risk: "HIGH", source: "NIGHTLY", status: "OPEN" });
    expect(row.left.personId).toBe(Math.min(a, b));
    const pair = await getDuplicate(registrar, row.id);
    expect(pair.because.map((reason) => reason.rule)).toEqual([
      "people.duplicate.name_same",
      "people.duplicate.birth_same",
      "people.duplicate.phone",
    ]);
    expect(pair.left).toMatchObject({ dateOfBirth: "2004-05-01", phones: ["012 345 678"], results: 0 });
  });

  it("settles a pair that no longer looks alike, and leaves decisions alone", async () => {
    const twin = { born: "2004-05-01" };
    const [, b] = [await person(twin), await person(twin)];
    await comparePeople(system, [b]);
    await writeTx(system, {}, (tx) =>
      tx.person.update({ where: { id: b }, data: { dateOfBirth: dayToDb("1999-01-01") } }),
    );
    expect(await comparePeople(system, [b])).toEqual({ found: 0, askedAgain: 0, settled: 1 });
    expect(await pairs()).toEqual([]);
  });
});

describe("a decision", () => {
  async function twins() {
    const twin = { born: "2004-05-01" };
    const [a, b] = [await person(twin), await person(twin)];
    await comparePeople(system, [b]);
    return { a, b, row: await only() };
  }

  it("is kept with who decided, stands in the history, and is not asked again", async () => {
    const { a, b, row } = await twins();
    expect(await countOpenDuplicates(registrar)).toBe(1);
    expect(await openDuplicatesOf(registrar, b)).toMatchObject([{ id: row.id, score: 0.72 }]);
    const decided = await decideDuplicateCommand(registrar, {
      id: row.id,
      version: row.version,
      decision: "DIFFERENT",
      note: "cousins",
    });
    expect(decided).toEqual({ id: row.id, version: row.version + 1, next: null });
    expect(await getDuplicate(registrar, row.id)).toMatchObject({
      status: "DIFFERENT",
      decidedBy: "Registrar One",
      note: "cousins",
    });
    expect(await countOpenDuplicates(registrar)).toBe(0);
    const { rows } = await listHistory(registrar, a, 1, 25, columnSight(registrar));
    expect(rows.some((entry) => entry.table === "duplicate_candidate" && entry.reason === "cousins")).toBe(
      true,
    );
    expect(await comparePeople(system, [a, b])).toEqual({ found: 0, askedAgain: 0, settled: 0 });
    expect((await only()).status).toBe("DIFFERENT");
  });

  it("is asked again when a telephone agrees that did not", async () => {
    const { a, b, row } = await twins();
    await decideDuplicateCommand(registrar, {
      id: row.id,
      version: row.version,
      decision: "DIFFERENT",
      note: null,
    });
    for (const id of [a, b]) {
      await writeTx(system, {}, (tx) =>
        tx.phone.create({
          data: { personId: id, number: "012 999 888", digits: "12999888", isPreferred: true },
        }),
      );
    }
    expect(await comparePeople(system, [b])).toEqual({ found: 0, askedAgain: 1, settled: 0 });
    expect(await only()).toMatchObject({ status: "OPEN", score: 0.945 });
  });

  it("for one person stays, whatever changes", async () => {
    const { b, row } = await twins();
    await decideDuplicateCommand(registrar, {
      id: row.id,
      version: row.version,
      decision: "SAME",
      note: null,
    });
    await writeTx(system, {}, (tx) =>
      tx.person.update({ where: { id: b }, data: { dateOfBirth: dayToDb("1999-01-01") } }),
    );
    expect(await comparePeople(system, [b])).toEqual({ found: 0, askedAgain: 0, settled: 0 });
    expect((await only()).status).toBe("SAME");
  });

  it("can be taken back; twice or on an old version it is refused", async () => {
    const { row } = await twins();
    const decide = { id: row.id, version: row.version, decision: "SAME" as const, note: null };
    const { version } = await decideDuplicateCommand(registrar, decide);
    await expect(decideDuplicateCommand(registrar, decide)).rejects.toMatchObject({
      kind: "conflict",
      code: "people.duplicate_decided",
    });
    await expect(
      reopenDuplicateCommand(registrar, { id: row.id, version: row.version }),
    ).rejects.toMatchObject({
      kind: "stale",
    });
    const reopened = await reopenDuplicateCommand(registrar, { id: row.id, version });
    expect(await only()).toMatchObject({ status: "OPEN", decidedAt: null });
    await expect(reopenDuplicateCommand(registrar, reopened)).rejects.toMatchObject({
      code: "people.duplicate_open",
    });
    await expect(decideDuplicateCommand(registrar, { ...decide, id: 2_000_000_000 })).rejects.toMatchObject({
      code: "people.duplicate_not_found",
    });
  });

  it("of two at once one counts", async () => {
    const { row } = await twins();
    const results = await Promise.allSettled(
      (["SAME", "DIFFERENT"] as const).map((decision) =>
        decideDuplicateCommand(registrar, { id: row.id, version: row.version, decision, note: null }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("leads on to the next pair, round to the first", async () => {
    const three = { born: "2004-05-01" };
    const ids = [await person(three), await person(three), await person(three)];
    await comparePeople(system, ids);
    const rows = (await list()).rows;
    expect(rows).toHaveLength(3);
    const [first, second, third] = rows.map(({ id, score }) => ({ id, score }));
    if (!first || !second || !third) throw new Error("three pairs");
    expect(await nextDuplicate(registrar, first)).toBe(second.id);
    expect(await nextDuplicate(registrar, third)).toBe(first.id);
  });
});

describe("the queue", () => {
  it("is filtered, searched and sorted", async () => {
    await person({ born: "2004-05-01" });
    const second = await person({ born: "2004-05-01", number: 61_234 });
    const third = await person({
      familyName: "CHHIM",
      personalName: "BOPHA",
      born: "2000-01-01",
      phone: "012345678",
    });
    const fourth = await person({
      familyName: "CHHIM",
      personalName: "BOPHA",
      born: "2000-01-01",
      phone: "012345678",
    });
    await comparePeople(system, [second, fourth]);
    expect((await list()).rows.map((row) => row.score)).toEqual([0.945, 0.72]);
    expect((await list({ sort: "score" })).rows.map((row) => row.score)).toEqual([0.72, 0.945]);
    expect((await list({ risk: "HIGH" })).total).toBe(1);
    expect((await list({ source: "IMPORT" })).total).toBe(0);
    expect((await list({ q: "61234" })).rows.map((row) => row.right.personId)).toEqual([second]);
    expect((await list({ q: "bopha" })).rows.map((row) => row.left.personId)).toEqual([third]);
  });

  it("is for those who look after it, and shows nothing that they may not see", async () => {
    const [, b] = [
      await person({ born: "2004-05-01", phone: "012345678" }),
      await person({ born: "2004-05-01" }),
    ];
    await comparePeople(system, [b]);
    const { id, version } = await only();
    for (const role of ["registrar", "admissions_officer", "auditor"] as const) {
      expect((await listDuplicates(accountActor({ role }), loadDuplicateListParams({}))).total).toBe(1);
    }
    const seen = await getDuplicate(accountActor({ role: "admissions_officer" }), id);
    expect(seen.left).toMatchObject({ dateOfBirth: "2004-05-01", phones: ["012345678"] });
    expect(seen.left).not.toHaveProperty("citizenship");
    for (const role of ["student", "teacher", "cashier", "academic_director", "admin", "operator"] as const) {
      const actor = accountActor({ role });
      await expect(listDuplicates(actor, loadDuplicateListParams({}))).rejects.toMatchObject({
        kind: "forbidden",
      });
      await expect(getDuplicate(actor, id)).rejects.toMatchObject({ kind: "forbidden" });
      expect(await countOpenDuplicates(actor)).toBeNull();
      expect(await openDuplicatesOf(actor, b)).toEqual([]);
    }
    for (const role of ["auditor", "academic_director"] as const) {
      await expect(
        decideDuplicateCommand(accountActor({ role }), { id, version, decision: "SAME", note: null }),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
    // Who registers for one department only does not look through the whole campus.
    expect(permissionsOf("registrar", false).has("people:read_duplicates")).toBe(false);
  });
});

describe("while somebody types", () => {
  const typed = (over: object) => similarQuery.parse(over);

  it("shows who resembles, the surest first, and strangers never", async () => {
    const exact = await person({ familyName: "SOK", personalName: "DARA", born: "2004-05-01" });
    const named = await person({ familyName: "SOK", personalName: "DARA" });
    await person({ familyName: "CHHIM", personalName: "BOPHA" });
    const found = await findSimilar(
      registrar,
      typed({ familyName: "sok", personalName: "dara", dateOfBirth: "2004-05-01" }),
    );
    expect(
      found.map((match) => [match.personId, match.verdict.value.score, match.verdict.value.isCandidate]),
    ).toEqual([
      [exact, 0.72, true],
      [named, 0.4, false],
    ]);
    expect(await findSimilar(registrar, typed({ familyName: "S" }))).toEqual([]);
    expect(await findSimilar(registrar, typed({ dateOfBirth: "nonsense", familyName: "%_" }))).toEqual([]);
    await expect(findSimilar(accountActor({ role: "cashier" }), typed({}))).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("the nightly job", () => {
  it("compares everybody once, then who changed", async () => {
    const twin = { born: "2004-05-01" };
    const [, b] = [await person(twin), await person(twin)];
    await compareWholeCampusCommand(registrar);
    const [run] = await runWaitingJobs();
    expect(run).toMatchObject({ status: "SUCCEEDED", result: { people: 2, found: 1 } });
    const since = await lastComparison(system);
    expect(since).not.toBeNull();
    const after = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await whoChanged(system, after)).toEqual([]);
    await writeTx(system, {}, (tx) =>
      tx.phone.create({
        data: { personId: b, number: "012 000 111", digits: "12000111", isPreferred: true },
      }),
    );
    expect(await whoChanged(system, after)).toEqual([b]);
    const c = await person(twin);
    expect(await whoChanged(system, after)).toEqual([b, c]);
    expect(await whoChanged(system, null)).toBe("everybody");
  });
});

describe("the constraints", () => {
  const insert = (columns: string, values: string) =>
    database.pool
      .query(
        `BEGIN; SELECT set_config('naga.actor', 'system:test', true);
       INSERT INTO duplicate_candidate (left_id, right_id, score, risk, reasons, source${columns})
       VALUES (${values}); COMMIT`,
      )
      .finally(() => database.pool.query("ROLLBACK"));

  it("hold a pair once, in one order, and decided by somebody or not at all", async () => {
    const [a, b] = [await person(), await person()];
    const pair = (left: number, right: number, score = "0.5") =>
      `${left}, ${right}, ${score}, 'LOW', '[]', 'ENTRY'`;
    await expect(insert("", pair(b, a))).rejects.toMatchObject({
      constraint: "duplicate_candidate_two_people",
    });
    await expect(insert("", pair(a, b, "1.5"))).rejects.toMatchObject({
      constraint: "duplicate_candidate_score",
    });
    await expect(insert(", status", `${pair(a, b)}, 'SAME'`)).rejects.toMatchObject({
      constraint: "duplicate_candidate_decided",
    });
    await insert("", pair(a, b));
    await expect(insert("", pair(a, b))).rejects.toMatchObject({
      constraint: "duplicate_candidate_left_id_right_id_key",
    });
  });
});
