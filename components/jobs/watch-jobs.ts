import { whileSignedIn } from "@/components/layout/while-signed-in";
import { toast } from "@/components/ui/toast-store";
import type { ToldJob } from "@/lib/platform/jobs/tell";
import { JOB_STARTED } from "./job-started";
import { watchedHere } from "./watched-here";

const PAUSE_MS = 3_000;

/** Asks for the person's jobs while some are under way, and tells each end once. Returns what stops it. */
export function watchJobs(): () => void {
  let timer = 0;
  let stopped = false;

  async function look(): Promise<void> {
    window.clearTimeout(timer);
    const jobs = await mine();
    if (stopped || !jobs) return;
    tell(jobs.filter((job) => job.notice !== null));
    const active = jobs.some((job) => job.notice === null);
    // A hidden tab asks again when it is seen.
    if (active && !document.hidden) timer = window.setTimeout(look, PAUSE_MS);
  }

  const onSeen = () => {
    if (!document.hidden) void look();
  };
  const onStarted = () => void look();
  document.addEventListener("visibilitychange", onSeen);
  window.addEventListener(JOB_STARTED, onStarted);
  void look();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    document.removeEventListener("visibilitychange", onSeen);
    window.removeEventListener(JOB_STARTED, onStarted);
  };
}

async function mine(): Promise<ToldJob[] | null> {
  try {
    const answer = await fetch("/api/v1/jobs/mine", {
      headers: { accept: "application/json" },
      signal: whileSignedIn(),
    });
    return answer.ok ? ((await answer.json()) as { jobs: ToldJob[] }).jobs : null;
  } catch {
    return null;
  }
}

function tell(ended: ToldJob[]): void {
  if (ended.length === 0) return;
  for (const job of ended) {
    // The page that waits for a job shows its end itself, and two answers on the way tell it once.
    if (job.notice === null || watchedHere.has(job.id)) continue;
    watchedHere.add(job.id);
    const { href, open } = job;
    const options = {
      ...(job.status === "FAILED" && job.text ? { description: job.text } : {}),
      ...(href ? { action: { label: open, onClick: () => window.location.assign(href) } } : {}),
    };
    if (job.status === "SUCCEEDED") toast.success(job.notice, options);
    else if (job.status === "FAILED") toast.error(job.notice, options);
    else toast(job.notice, options);
  }
  void markSeen(ended.map((job) => job.id));
}

/** Notes on the server that these ends were told, so that they are told once, on one device. */
export function markSeen(ids: string[]): Promise<unknown> {
  return fetch("/api/v1/jobs/mine/seen", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ids }),
    keepalive: true,
  }).catch(() => undefined);
}
