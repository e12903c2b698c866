import { JOBS_BY_NAME } from "@/jobs/registry";
import { query } from "@/lib/platform/db/pool";
import { closeSender } from "@/lib/platform/jobs/boss";
import { runJob } from "@/lib/platform/jobs/run";

export type FinishedRun = {
  id: string;
  name: string;
  status: string;
  result: Record<string, unknown> | null;
  error: { code: string; params?: Record<string, unknown>; reference?: string } | null;
};

/** Forgets the queue of another test's database; call it after createTestDatabase. */
export async function freshQueue(): Promise<void> {
  await closeSender();
}

/** Runs every waiting job here, oldest first, as the worker would, until none waits. Returns what ended. */
export async function runWaitingJobs(): Promise<FinishedRun[]> {
  const ended: FinishedRun[] = [];
  for (;;) {
    const [next] = await query<{ id: string; name: string; lane: string }>(
      "test.next-job",
      "SELECT id, name, lane FROM job_run WHERE status = 'QUEUED' ORDER BY created_at, id LIMIT 1",
    );
    if (!next) return ended;
    const claim = { ...next, signal: new AbortController().signal, mayRetry: false };
    await runJob(JOBS_BY_NAME.get(next.name), claim);
    // The queue's own row ends as the worker would end it.
    await query(
      "test.end-job",
      "UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE id = $1",
      [next.id],
    );
    ended.push(await getRun(next.id));
  }
}

export async function getRun(id: string): Promise<FinishedRun> {
  const [run] = await query<FinishedRun>(
    "test.get-job",
    "SELECT id, name, status, result, error FROM job_run WHERE id = $1",
    [id],
  );
  if (!run) throw new Error(`no run ${id}`);
  return run;
}
