import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { JobStatus } from "@/lib/platform/db/generated/enums";
import { query } from "@/lib/platform/db/pool";
import { sender } from "./boss";
import type { ScheduleDto, WorkerDto } from "./schemas";

type InstanceRow = {
  id: string;
  host: string;
  alive: boolean;
  heartbeat_on: Date;
  started_on: Date;
  rss: number | null;
};

/** Workers heard within the last day, newest first. @throws AppError forbidden */
export async function listWorkers(actor: Actor): Promise<WorkerDto[]> {
  authorise(actor, "jobs:read");
  const rows = await query<InstanceRow>(
    "jobs.workers",
    `SELECT id, host || ' · ' || pid AS host, heartbeat_on, started_on, (metrics ->> 'rss')::float8 AS rss,
            stopped_on IS NULL AND heartbeat_on >= now() - heartbeat_seconds * 3 * interval '1 second' AS alive
       FROM pgboss.instance WHERE name = 'worker' AND heartbeat_on > now() - interval '1 day'
      ORDER BY stopped_on IS NOT NULL, heartbeat_on DESC LIMIT 10`,
  );
  return rows.map((row) => ({
    id: row.id,
    host: row.host,
    alive: row.alive,
    heardAt: row.heartbeat_on.toISOString(),
    startedAt: row.started_on.toISOString(),
    rssMb: row.rss === null ? null : Math.round(row.rss / 1_048_576),
  }));
}

type ScheduleRow = {
  key: string;
  lane: string;
  cron: string;
  timezone: string;
  last_at: Date | null;
  last_status: JobStatus | null;
};

/** Schedules with their last and next run, by name. @throws AppError forbidden */
export async function listSchedules(actor: Actor): Promise<ScheduleDto[]> {
  authorise(actor, "jobs:read");
  const rows = await query<ScheduleRow>(
    "jobs.schedules",
    `SELECT s.key, s.name AS lane, s.cron, s.timezone, last.created_at AS last_at, last.status AS last_status
       FROM pgboss.schedule s
       LEFT JOIN LATERAL (SELECT created_at, status FROM job_run r WHERE r.name = s.key
                           ORDER BY created_at DESC LIMIT 1) last ON true
      ORDER BY s.key`,
  );
  const boss = await sender();
  return rows.map((row) => ({
    name: row.key,
    lane: row.lane,
    cron: row.cron,
    nextAt: boss.previewSchedule(row.cron, { tz: row.timezone, count: 1 })[0]?.toISOString() ?? null,
    lastAt: row.last_at?.toISOString() ?? null,
    lastStatus: row.last_status,
  }));
}
