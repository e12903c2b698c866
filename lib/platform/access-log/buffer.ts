import "server-only";
import { query } from "@/lib/platform/db/pool";
import { logger } from "@/lib/platform/observability/logger";
import { metrics } from "@/lib/platform/observability/metrics";

/** One row on its way to record_access. */
export type Waiting = {
  at: Date;
  accountId: number;
  role: string;
  subjectId: number | null;
  what: string;
  target: string | null;
  records: number;
  requestId: string;
  ip: string | null;
};

/** How long a row may wait for others, in ms; what one statement takes; how many may wait while the database is away. */
const WAIT_MS = 1_000;
const RETRY_MS = 5_000;
const BATCH = 1_000;
export const WAITING_MAX = 10_000;

type Buffer = {
  rows: Waiting[];
  timer: NodeJS.Timeout | null;
  /** The writing that goes on; it takes what comes meanwhile along. */
  writing: Promise<void> | null;
  /** Set while the database does not take rows: then only the timer tries again. */
  failing: boolean;
  /** Set when the process is about to end: from then on nothing waits. */
  draining: boolean;
};
const key = Symbol.for("naga.access-log");
type Holder = { [key: symbol]: Buffer | undefined };

function buffer(): Buffer {
  const holder = globalThis as Holder;
  holder[key] ??= { rows: [], timer: null, writing: null, failing: false, draining: false };
  return holder[key];
}

/** Puts a row into the queue of the next insert; past WAITING_MAX the row is lost and counted. */
export function addAccess(row: Waiting): void {
  const own = buffer();
  if (own.rows.length >= WAITING_MAX) {
    lose(1);
    return;
  }
  own.rows.push(row);
  if (!own.failing && (own.draining || own.rows.length >= BATCH)) void flushAccesses();
  else schedule(own, WAIT_MS);
}

function schedule(own: Buffer, after: number): void {
  own.timer ??= setTimeout(() => void flushAccesses(), after).unref();
}

function lose(rows: number): void {
  metrics().accessLog.inc({ result: "lost" }, rows);
}

/** Writes what waits, in inserts of many rows, one after the other. Never throws: what failed waits for the next try. */
export function flushAccesses(): Promise<void> {
  const own = buffer();
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  if (own.rows.length === 0) return own.writing ?? Promise.resolve();
  own.writing ??= writeAll(own);
  return own.writing;
}

/** Ends in the same turn in which it finds nothing left, so that a row that comes next begins a new writing. */
async function writeAll(own: Buffer): Promise<void> {
  while (own.rows.length > 0) {
    const batch = own.rows.splice(0, BATCH);
    try {
      await insert(batch);
      own.failing = false;
      metrics().accessLog.inc({ result: "written" }, batch.length);
    } catch (error) {
      own.failing = true;
      metrics().accessLog.inc({ result: "failed" }, batch.length);
      const room = WAITING_MAX - own.rows.length;
      own.rows.unshift(...batch.slice(0, room));
      const lost = Math.max(0, batch.length - room);
      if (lost > 0) lose(lost);
      logger.error({ err: error, waiting: own.rows.length, lost }, "the access log could not be written");
      if (own.timer) clearTimeout(own.timer);
      own.timer = null;
      schedule(own, RETRY_MS);
      break;
    }
  }
  own.writing = null;
}

async function insert(rows: Waiting[]): Promise<void> {
  const column = <Name extends keyof Waiting>(name: Name) => rows.map((row) => row[name]);
  await query(
    "access_log.insert",
    `INSERT INTO record_access (at, account_id, role, subject_id, what, target, records, request_id, ip)
     SELECT * FROM unnest($1::timestamptz[], $2::integer[], $3::text[], $4::integer[], $5::text[], $6::text[],
                          $7::integer[], $8::text[], $9::text[])`,
    [
      column("at"),
      column("accountId"),
      column("role"),
      column("subjectId"),
      column("what"),
      column("target"),
      column("records"),
      column("requestId"),
      column("ip"),
    ],
  );
}

/** For the end of a web process: writes what waits, and from now on each row at once. */
export function drainAccessLog(): Promise<void> {
  buffer().draining = true;
  return flushAccesses();
}
