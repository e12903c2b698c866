import type { z } from "zod";
import type { SystemActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import type { Tx } from "@/lib/platform/db/transaction";
import type { LaneName } from "./lanes";

/** What a job is called, what it needs and how it behaves. The work itself stands in `jobs/<domain>/`. */
export type JobDefinition<Schema extends z.ZodType = z.ZodType> = {
  /** `<domain>.<verb-object>`; its title is the message `jobs.names.<domain>.<verb-object>`. */
  name: string;
  input: Schema;
  /** `quick` for work of seconds; `heavy` for imports and the like, of which one runs at a time. */
  lane: LaneName;
  /** New tries after an unexpected failure, with growing pauses. An expected error (AppError) is never tried again. */
  retryLimit: number;
  /** Seconds after which the job counts as stuck and is stopped. */
  expireInSeconds: number;
  /** False where only a page of its own may start it again, because that page knows in which state things are. */
  restartable: boolean;
  /**
   * What its command asks for: a retry asks again, and who holds it may look at a colleague's run. By its input where it serves several. Absent where no person
   * starts it: a schedule's job.
   */
  permission?: Permission | ((input: never) => Permission);
  /**
   * Told, in the transaction of a retry, that the run `next` takes the place of the run `from`; what points to the one
   * then points to the other. Throws `jobs.not_retryable` when things have moved on since.
   */
  restarted?: (tx: Tx, run: { from: string; next: string; input: z.output<Schema> }) => Promise<void>;
  /** Cron expression in campus time; the input of a scheduled run is `{}`. */
  schedule?: string;
  /** Where the person who started it looks at the result; `id` is that of the run. */
  href?: (input: z.output<Schema>, id: string) => string;
};

type JobOptions<Schema extends z.ZodType> = Pick<
  JobDefinition<Schema>,
  "name" | "input" | "schedule" | "href" | "restarted"
> & { permission?: Permission | ((input: z.output<Schema>) => Permission) } & Partial<
    Pick<JobDefinition<Schema>, "lane" | "retryLimit" | "expireInSeconds" | "restartable">
  >;

const key = Symbol.for("naga.jobs.definitions");
type Holder = { [key: symbol]: Map<string, JobDefinition> | undefined };

function definitions(): Map<string, JobDefinition> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/**
 * Declares a job: lane `quick`, two new tries, ten minutes and restartable unless said otherwise. Its input holds ids and choices,
 * never names or other personal data: operators read it. lib/operations/job-definitions.ts loads every declaration.
 */
export function defineJob<Schema extends z.ZodType>(options: JobOptions<Schema>): JobDefinition<Schema> {
  const definition = {
    lane: "quick",
    retryLimit: 2,
    expireInSeconds: 600,
    restartable: true,
    ...options,
  } as JobDefinition<Schema>;
  definitions().set(definition.name, definition as unknown as JobDefinition);
  return definition;
}

/** The right that a run takes, by what it works on; undefined where no person starts it, or nothing declares it. */
export function permissionOfRun(name: string, input: unknown): Permission | undefined {
  const definition = findJobDefinition(name);
  const permission = definition?.permission;
  if (typeof permission !== "function") return permission;
  const parsed = definition?.input.safeParse(input);
  return parsed?.success ? permission(parsed.data as never) : undefined;
}

/** The declaration of a job by its name, if a loaded module makes it. */
export function findJobDefinition(name: string): JobDefinition | undefined {
  return definitions().get(name);
}

export type JobInput<Definition> = Definition extends JobDefinition<infer Schema> ? z.output<Schema> : never;

/** What a running job gets besides its input. */
export type JobContext = {
  /** `job:<name>@account:12`: may do everything; the command that enqueued it checked the permission. */
  actor: SystemActor;
  /** Who started it; null for a schedule. */
  accountId: number | null;
  jobRunId: string;
  /** Aborted when the worker gives the job up (time over, claim lost). */
  signal: AbortSignal;
  log: Record<"info" | "warn" | "error", (details: object, text: string) => void>;
  /**
   * Shows how far the work is; written at most twice a second. `note` is a key below `jobs.notes`.
   * @throws JobCancelled when somebody asked to stop
   */
  progress(done: number, total?: number, note?: string): Promise<void>;
  /** False, or throws JobCancelled when somebody asked to stop. Asks the database at most twice a second. */
  cancelled(): Promise<boolean>;
};

/** The work of a job. What it returns is kept as the result of the run and must be JSON. */
export type JobWork<Definition extends JobDefinition> = (
  input: JobInput<Definition>,
  context: JobContext,
) => Promise<unknown>;

/** Thrown by `progress` and `cancelled` inside a job that somebody asked to stop. */
export class JobCancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "JobCancelled";
  }
}
