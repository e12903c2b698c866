import type { Badge, Tone } from "@/components/data-table/columns";
import type { JobStatus } from "@/lib/platform/db/generated/enums";
import type { JobDto } from "@/lib/platform/jobs/schemas";

const TONES: Record<JobStatus, Tone> = {
  QUEUED: "neutral",
  RUNNING: "info",
  SUCCEEDED: "success",
  FAILED: "danger",
  CANCELLED: "warning",
};

/** Words and colours of the states of jobs, for badges. */
export function jobBadges(say: (status: JobStatus) => string): Record<JobStatus, Badge> {
  const entries = Object.entries(TONES) as [JobStatus, Tone][];
  return Object.fromEntries(
    entries.map(([status, tone]) => [status, { label: say(status), tone }]),
  ) as Record<JobStatus, Badge>;
}

/** How long the last try took, as "0.4 s", "12 s" or "3:05"; null while it runs. */
export function tookText({ startedAt, finishedAt }: Pick<JobDto, "startedAt" | "finishedAt">): string | null {
  if (!startedAt || !finishedAt) return null;
  return durationText(Date.parse(finishedAt) - Date.parse(startedAt));
}

/** Milliseconds as people read a duration. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;
}
