import "server-only";
import { pool } from "@/lib/platform/db/pool";

const BATCH = 500;

/**
 * Reads a statement row by row through a cursor, for exports: memory stays flat however many rows come, and all of
 * them are of one moment. Ends the transaction when the reader goes away.
 * @param text one SELECT with its parameters in `values`
 */
export async function* streamRows<Row>(text: string, values: unknown[]): AsyncGenerator<Row> {
  const client = await pool().connect();
  let whole = false;
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
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
    client.release(!whole);
  }
}
