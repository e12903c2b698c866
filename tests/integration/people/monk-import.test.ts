import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { applyList, checkList, makeProgrammes, undoList } from "@/tests/factories/import";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let actor: AccountActor;
const folder = mkdtempSync(join(tmpdir(), "naga-monk-import-"));

beforeAll(async () => {
  process.env.NAGA_STORAGE_DIR = folder;
  database = await createTestDatabase();
  await freshQueue();
  actor = accountActor({ accountId: (await makeAccount(database.pool)).id });
  await makeProgrammes();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function monks() {
  const { rows } = await database.pool.query(
    `SELECT s.number, s.is_monk AS monk, m.ordained_on::text AS "from", m.left_on::text AS "to"
       FROM student s LEFT JOIN monk_period m ON m.person_id = s.person_id ORDER BY s.number`,
  );
  return rows;
}

test("a list makes and ends monks by periods, and its undo takes both back", async () => {
  const head = "Number,Family name,Personal name,Monk";
  const first = await checkList(actor, [head, "501,SOK,DARA,Yes", "502,CHAN,SOTHEA,No"].join("\n"));
  await applyList(actor, first.id);
  const made = [
    // The list does not tell since when.
    { number: 501, monk: true, from: null, to: null },
    { number: 502, monk: false, from: null, to: null },
  ];
  expect(await monks()).toEqual(made);

  const turned = [head, "501,SOK,DARA,No", "502,CHAN,SOTHEA,Yes"].join("\n");
  const second = await checkList(actor, turned, { options: { existing: "update" } });
  await applyList(actor, second.id);
  expect(await monks()).toEqual([
    { number: 501, monk: false, from: null, to: campusToday() },
    { number: 502, monk: true, from: null, to: null },
  ]);

  expect(await undoList(actor, second.id)).toMatchObject({ undone: 2, left: 0 });
  expect(await monks()).toEqual(made);
  expect(await undoList(actor, first.id)).toMatchObject({ left: 2 });
});
