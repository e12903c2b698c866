import type { ClientBase } from "pg";
import { asLoader } from "@/lib/platform/db/copy";
import { SeedRefused } from "../guard";
import type { Loader } from "../load/loader";
import type { World } from "../world";
import { CROWD_BATCH, CROWD_TABLES, Crowd } from "./people";

/** Tables that are written, those of the search last. */
const TABLES = [...Object.keys(CROWD_TABLES), "person_search_token", "person_search_word"];

type Tell = (step: string, done: number, total: number) => void;

/** @throws SeedRefused anywhere but on laptops and in tests: a million invented people belong to benchmarks */
export function requireCrowdDatabase(environment: string): void {
  if (environment === "local" || environment === "test") return;
  throw new SeedRefused(`A million people are refused in ${environment}: they are for benchmarks only.`);
}

/**
 * Adds people to a filled campus until there are `total` students. Triggers sleep, and the indexes of the tables are
 * dropped first and built at the end, which sorts once instead of inserting eleven million times. One transaction of
 * the owner's; whatever fails leaves the campus as it was.
 */
export async function loadCrowd(
  client: ClientBase,
  loader: Loader,
  world: World,
  total: number,
  tell: Tell,
): Promise<void> {
  // What the campus left for the end of the transaction is checked now: a table with waiting checks cannot be altered.
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  await client.query("SET LOCAL maintenance_work_mem = '512MB'");
  await client.query("SELECT set_config('naga.actor', 'system:seed', true)");
  const indexes = await dropIndexes(client);
  await sleepTriggers(client);
  const { rows } = await client.query<{ people: number; students: number }>(
    "SELECT (SELECT max(id) FROM person) AS people, (SELECT count(*)::integer FROM student) AS students",
  );
  const crowd = new Crowd(world, (rows[0]?.people ?? 0) + 1, await nextIds(client));
  const size = total - (rows[0]?.students ?? 0);
  await asLoader(client, "system:seed", "crowd for benchmarks", async () => {
    for (let from = 0; from < size; from += CROWD_BATCH) {
      tell("a million students", from, size);
      const batch = crowd.batch(from, Math.min(CROWD_BATCH, size - from));
      for (const [table, columns] of Object.entries(CROWD_TABLES))
        await loader.load(table, columns, batch[table as keyof typeof batch]);
    }
    tell("a million students", size, size);
  });
  await fillSearch(client, tell);
  for (const [done, { rebuild }] of indexes.entries()) {
    tell("indexes", done, indexes.length);
    await client.query(rebuild);
  }
  tell("indexes", indexes.length, indexes.length);
  await wakeTriggers(client);
}

/** What the triggers would have kept, at once. */
async function fillSearch(client: ClientBase, tell: Tell): Promise<void> {
  tell("words of names", 0, 1);
  await client.query("TRUNCATE person_search_token, person_search_word");
  await client.query(`INSERT INTO person_search_token (token, person_id)
    SELECT DISTINCT word, person.id FROM person, string_to_table(person.search_key, ' ') AS word WHERE word <> ''`);
  await client.query(`INSERT INTO person_search_word (word, is_part)
    SELECT word, bool_or(people_is_name_part(word, search_key))
      FROM (SELECT DISTINCT search_key FROM person) AS keys, string_to_table(search_key, ' ') AS word
     WHERE word <> '' GROUP BY word`);
  tell("words of names", 1, 1);
}

type Index = { drop: string; rebuild: string };

/** Drops every index of the tables but the keys that others refer to; the key of the tokens is a constraint of its own. */
async function dropIndexes(client: ClientBase): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
                 ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, c.conname) END AS drop,
            CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
                 ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) END AS rebuild
       FROM pg_index i
       LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
      WHERE i.indrelid = ANY ($1::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.indexrelid)
      ORDER BY i.indrelid, i.indexrelid`,
    [TABLES],
  );
  for (const { drop } of rows) await client.query(drop);
  return rows;
}

/** The rows are made to fit; checking each of them by trigger would take longer than making them. */
async function sleepTriggers(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ all: boolean }>(
    "SELECT rolsuper AS all FROM pg_roles WHERE rolname = session_user",
  );
  for (const table of TABLES)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${rows[0]?.all ? "ALL" : "USER"}`);
}

async function wakeTriggers(client: ClientBase): Promise<void> {
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
}

async function nextIds(client: ClientBase): Promise<Record<string, number>> {
  const next: Record<string, number> = {};
  for (const table of Object.keys(CROWD_TABLES)) {
    if (table === "student" || table === "person") continue;
    const { rows } = await client.query<{ next: number }>(
      `SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`,
    );
    next[table] = rows[0]?.next ?? 1;
  }
  return next;
}
