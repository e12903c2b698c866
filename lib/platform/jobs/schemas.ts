import { z } from "zod";
import { JobStatus } from "@/lib/platform/db/generated/enums";

export const JOB_STATUSES = Object.values(JobStatus);

export const jobInput = z.strictObject({ id: z.uuid() });
export const seenInput = z.strictObject({ ids: z.array(z.uuid()).max(50) });

/** Why a run failed: the code of an expected error with its values, or a reference to the log. */
export type JobError = { code: string; params?: Record<string, string | number>; reference?: string };

/** One run of a job; instants are ISO, progress counts whatever the job counts. */
export type JobDto = {
  id: string;
  name: string;
  lane: string;
  status: JobStatus;
  /** Title of the change set that it works on. */
  subject: string | null;
  /** Where its result is looked at. */
  href: string | null;
  by: string | null;
  done: number;
  total: number | null;
  /** Key below `jobs.notes`. */
  note: string | null;
  attempts: number;
  cancelRequested: boolean;
  /** Failed or cancelled, and of a kind that may be run again from the list of jobs. */
  restartable: boolean;
  error: JobError | null;
  input: unknown;
  result: unknown;
  /** The reader may not know what it works on: subject, link, input, result and the words of its error are left out. */
  hidden: boolean;
  reference: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Whether the person who started it was told of its end. */
  told: boolean;
  accountId: number | null;
};

/** A schedule with the day and time of its last and next run. */
export type ScheduleDto = {
  name: string;
  lane: string;
  cron: string;
  nextAt: string | null;
  lastAt: string | null;
  lastStatus: JobStatus | null;
};

/** A worker as its last heartbeat told; memory in megabytes. */
export type WorkerDto = {
  id: string;
  host: string;
  alive: boolean;
  heardAt: string;
  startedAt: string;
  rssMb: number | null;
};
