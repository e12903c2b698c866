/**
 * The worker process: takes jobs from the queue and keeps the schedules.
 * Started by `npm start` as a child, or by itself:
 * `node --conditions=react-server --import tsx jobs/worker.ts`.
 */
import { writeFileSync } from "node:fs";
import { PgBoss } from "pg-boss";
import { connectionSettings } from "@/lib/platform/db/pool";
import { env } from "@/lib/platform/env/env";
import { ensureLanes } from "@/lib/platform/jobs/boss";
import { LANE_NAMES, LANES } from "@/lib/platform/jobs/lanes";
import { endLostRuns } from "@/lib/platform/jobs/reconcile";
import { logger } from "@/lib/platform/observability/logger";
import { JOBS_BY_NAME } from "./registry";
import { applySchedules } from "./schedules";
import { takeJobs } from "./take-jobs";

const HEARTBEAT_MS = 30_000;

async function main(): Promise<void> {
  const boss = new PgBoss({
    ...connectionSettings("naga-worker-queue"),
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    registerInstance: true,
    instanceName: "worker",
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    reindex: false,
  });
  boss.on("error", (error) => logger.error({ err: error }, "queue error"));
  boss.on("warning", (warning) => logger.warn({ queue: warning }, "queue warning"));
  await boss.start({ attempts: 10 });
  await ensureLanes(boss);
  await applySchedules(boss, [...JOBS_BY_NAME.values()]);
  for (const lane of LANE_NAMES) await takeJobs(boss, lane, LANES[lane].concurrency, JOBS_BY_NAME);

  touchAliveFile();
  setInterval(() => void beat(), HEARTBEAT_MS).unref();
  logger.info({ pid: process.pid, jobs: JOBS_BY_NAME.size }, "worker ready");
  stopOnSignal(boss);
}

/** Says that the worker lives and how large it is, and ends the runs of workers that died without a word. */
async function beat(): Promise<void> {
  touchAliveFile();
  const rssMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  try {
    logger.info({ rssMb, endedLostRuns: await endLostRuns() }, "worker alive");
  } catch (error) {
    logger.warn({ rssMb, err: error }, "worker alive, database not reached");
  }
}

/** A worker that hangs cannot: its container is found unhealthy (deploy/naga). */
function touchAliveFile(): void {
  const file = env().NAGA_ALIVE_FILE;
  if (!file) return;
  try {
    writeFileSync(file, `${process.pid}\n`);
  } catch (error) {
    logger.warn({ err: error }, "the sign of life was not written");
  }
}

function stopOnSignal(boss: PgBoss): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, "worker draining");
    // Jobs that are not done by then start again elsewhere.
    await boss.stop({ graceful: true, timeout: env().NAGA_WORKER_DRAIN_MS }).catch(() => undefined);
    logger.info({}, "worker stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
  // Started by `npm start`: when the parent is gone nobody would stop us.
  process.on("disconnect", () => void stop("disconnect"));
}

main().catch((error: unknown) => {
  logger.fatal({ err: error }, "worker could not start");
  process.exit(1);
});
