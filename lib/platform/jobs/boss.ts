import "server-only";
import { PgBoss } from "pg-boss";
import { pool } from "@/lib/platform/db/pool";
import { LANE_NAMES, LANE_OPTIONS } from "./lanes";

const key = Symbol.for("naga.jobs.sender");
type Holder = { [key: symbol]: Promise<PgBoss> | undefined };

/**
 * The sending half of pg-boss for this process: it works on our own pool, keeps no timers of its own
 * (no supervision, no schedules) and never touches the schema, which the migration step makes.
 */
export function sender(): Promise<PgBoss> {
  const holder = globalThis as Holder;
  holder[key] ??= startSender().catch((error: unknown) => {
    holder[key] = undefined;
    throw error;
  });
  return holder[key];
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool().query(text, values as unknown[]) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await ensureLanes(boss);
  return boss;
}

/** Makes the queues where they do not exist, so that a job can wait before the first worker ever ran. */
export async function ensureLanes(boss: PgBoss): Promise<void> {
  for (const lane of LANE_NAMES) {
    if (await boss.getQueue(lane)) continue;
    await boss.createQueue(lane, LANE_OPTIONS);
  }
}

/** Stops the sender of this process; for scripts and tests. */
export async function closeSender(): Promise<void> {
  const holder = globalThis as Holder;
  const existing = holder[key];
  holder[key] = undefined;
  await (await existing)?.stop({ graceful: false });
}
