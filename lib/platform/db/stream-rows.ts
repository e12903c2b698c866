import "server-only";
import pg from "pg";
import { connectionSettings } from "@/lib/platform/db/pool";

const BATCH = 500;
/** Exports that run at once; a further one waits for its turn. */
const AT_ONCE = 3;
const WAIT_MS = 30_000;
/** Longest pause of a reader between two batches before its connection is taken away. */
const PAUSE = "60s";

const key = Symbol.for("naga.streams");
type Holder = { [key: symbol]: pg.Pool | undefined };

/**
 * Connections of their own: a download lasts as long as the phone at the other end takes, and ten slow ones would
 * otherwise hold every connection that pages and sign-ins need.
 */
function streams(): pg.Pool {
  const holder = globalThis as Holder;
  const existing = holder[key];
  if (existing) return existing;
  const created = new pg.Pool({
    ...connectionSettings("naga-streams"),
    max: AT_ONCE,
    connectionTimeoutMillis: WAIT_MS,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
  });
  created.on("error", () => undefined);
  holder[key] = created;
  return created;
}

/**
 * Reads a statement row by row through a cursor, for exports: memory stays flat however many rows come, and all of
 * them are of one moment. Ends the transaction when the reader goes away or takes nothing for a minute.
 * @param text one SELECT with its parameters in `values`
 */
export async function* streamRows<Row>(text: string, values: unknown[], pause = PAUSE): AsyncGenerator<Row> {
  const client = await streams().connect();
  let held = true;
  const letGo = (broken: boolean) => {
    if (held) client.release(broken);
    held = false;
  };
  // A reader that pauses for too long is told by the server, while nobody waits for an answer.
  const onError = () => letGo(true);
  client.on("error", onError);
  let whole = false;
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    await client.query("SELECT set_config('idle_in_transaction_session_timeout', $1, true)", [pause]);
    await client.query(`DECLARE rows NO SCROLL CURSOR FOR ${text}`, values);
    for (;;) {
      const { rows } = await client.query(`FETCH ${BATCH} FROM rows`);
      yield* rows as Row[];
      if (rows.length < BATCH) break;
    }
    await client.query("COMMIT");
    whole = true;
  } finally {
    // An unfinished cursor is not worth a rollback on a connection of unknown state: a new one is opened instead.
    letGo(!whole);
    if (whole) client.off("error", onError);
  }
}
