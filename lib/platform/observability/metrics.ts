import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Metrics = {
  registry: Registry;
  httpRequests: Counter<"route" | "method" | "status">;
  httpDuration: Histogram<"route" | "method">;
  dbDuration: Histogram<"kind">;
  actions: Counter<"action" | "result">;
  signIns: Counter<"result">;
  apiRequests: Counter<"key">;
  rateLimited: Counter<"policy">;
  accessLog: Counter<"result">;
  emergencies: Gauge<string>;
  jobsQueued: Gauge<"queue">;
  jobOldest: Gauge<string>;
  jobFailures: Counter<"job">;
  jobLastFailed: Gauge<"job">;
  jobFindings: Gauge<"job">;
};

const key = Symbol.for("naga.metrics");
type Holder = { [key: symbol]: Metrics | undefined };
const poolKey = Symbol.for("naga.metrics.pools");
type PoolHolder = { [key: symbol]: Set<Pool> | undefined };

function pools(): Set<Pool> {
  const holder = globalThis as PoolHolder;
  holder[poolKey] ??= new Set();
  return holder[poolKey];
}

function create(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "naga_db_connections_active",
    help: "Connections of this process that run a statement",
    registers,
    collect() {
      let active = 0;
      for (const pool of pools()) active += pool.totalCount - pool.idleCount;
      this.set(active);
    },
  });
  return {
    registry,
    httpRequests: new Counter({
      name: "naga_http_requests_total",
      help: "Requests answered, by route pattern",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    httpDuration: new Histogram({
      name: "naga_http_request_duration_seconds",
      help: "Time to answer, by route pattern",
      labelNames: ["route", "method"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    dbDuration: new Histogram({
      name: "naga_db_query_duration_seconds",
      help: "Time of a transaction or statement",
      labelNames: ["kind"],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    actions: new Counter({
      name: "naga_actions_total",
      help: "Server actions by name and result: ok or the kind of the error",
      labelNames: ["action", "result"],
      registers,
    }),
    signIns: new Counter({
      name: "naga_sign_ins_total",
      help: "Sign-ins by result",
      labelNames: ["result"],
      registers,
    }),
    apiRequests: new Counter({
      name: "naga_api_requests_total",
      help: "Requests to /api/v1 by the kind of key: session or the name of an API key",
      labelNames: ["key"],
      registers,
    }),
    rateLimited: new Counter({
      name: "naga_rate_limited_total",
      help: "Requests refused by a rate limit",
      labelNames: ["policy"],
      registers,
    }),
    accessLog: new Counter({
      name: "naga_access_log_rows_total",
      help: "Rows of the access log: written, failed (tried again), or lost because the database was away for too long",
      labelNames: ["result"],
      registers,
    }),
    emergencies: new Gauge({
      name: "naga_emergency_admins",
      help: "Local administrators opened for an hour beside Keycloak; anything but 0 wants to be explained",
      registers,
    }),
    jobsQueued: new Gauge({
      name: "naga_jobs_queued",
      help: "Jobs waiting, by queue",
      labelNames: ["queue"],
      registers,
    }),
    jobOldest: new Gauge({
      name: "naga_job_oldest_seconds",
      help: "Age of the oldest waiting job",
      registers,
    }),
    jobLastFailed: new Gauge({
      name: "naga_job_last_failed",
      help: "1 when the newest ended run of a job failed, by job",
      labelNames: ["job"],
      registers,
    }),
    jobFindings: new Gauge({
      name: "naga_job_findings",
      help: "What the newest ended run of a job that checks something found wrong, by job; 0 is well",
      labelNames: ["job"],
      registers,
    }),
    jobFailures: new Counter({
      name: "naga_job_failures_total",
      help: "Jobs that failed for good",
      labelNames: ["job"],
      registers,
    }),
  };
}

/** The metrics of this process; one registry, whatever copies of prom-client Next makes (operations.md 5). */
export function metrics(): Metrics {
  const holder = globalThis as Holder;
  holder[key] ??= create();
  return holder[key];
}

/** Makes a pool count in `naga_db_connections_active`. */
export function observePool(pool: Pool): void {
  pools().add(pool);
}
