/** Share of the work below which an estimate would be a guess. */
const ENOUGH = 0.05;

type Progress = { done: number; total: number | null; startedAt: string | null };

/** Seconds until the job should be done, from how long the part behind took; null while nobody can know. */
export function timeLeft({ done, total, startedAt }: Progress, now: number): number | null {
  if (!total || !startedAt || done / total < ENOUGH || done >= total) return null;
  const spent = (now - Date.parse(startedAt)) / 1_000;
  return spent > 0 ? (spent / done) * (total - done) : null;
}
