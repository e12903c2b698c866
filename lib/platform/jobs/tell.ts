import "server-only";
import { getTranslations } from "next-intl/server";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { JobDto } from "./schemas";

/** A run in the reader's language, for notices and progress bars. */
export type ToldJob = {
  id: string;
  status: JobDto["status"];
  title: string;
  /** What it works on, such as the name of a list. */
  subject: string | null;
  /** What it is doing, or why it failed. */
  text: string | null;
  href: string | null;
  done: number;
  total: number | null;
  startedAt: string | null;
  /** The sentence of the notice once it ended, and the words of the link to its result. */
  notice: string | null;
  open: string;
};

/** Tells runs in the language of the request. */
export async function tellJobs(jobs: readonly JobDto[]): Promise<ToldJob[]> {
  const [t, e] = await Promise.all([getTranslations("jobs"), getTranslations("errors")]);
  const say = loose(t);
  return jobs.map((job) => ({
    id: job.id,
    status: job.status,
    title: jobTitle(say, job.name),
    subject: job.subject,
    text: job.error ? errorText(loose(e), job) : noteText(say, job),
    href: job.href,
    done: job.done,
    total: job.total,
    startedAt: job.startedAt,
    notice: noticeText(say, job),
    open: say("notices.open"),
  }));
}

type Say = ReturnType<typeof loose>;

/** The name of a kind of job; one that is no longer known shows its code. */
export function jobTitle(say: Say, name: string): string {
  return say.has(`names.${name}`) ? say(`names.${name}`) : name;
}

/** Why a run failed, with the reference where only that helps. */
export function errorText(say: Say, job: Pick<JobDto, "error" | "reference">): string {
  const code = job.error?.code ?? "jobs.internal";
  const known = say.has(code) ? code : "jobs.internal";
  return say(known, { ...job.error?.params, reference: job.reference });
}

function noteText(say: Say, job: JobDto): string | null {
  if (job.status === "QUEUED") return say("notes.waiting");
  if (job.status !== "RUNNING" || !job.note) return null;
  return say.has(`notes.${job.note}`) ? say(`notes.${job.note}`) : null;
}

const NOTICES = { SUCCEEDED: "done", FAILED: "failed", CANCELLED: "cancelled" } as const;

function noticeText(say: Say, job: JobDto): string | null {
  if (job.status === "QUEUED" || job.status === "RUNNING") return null;
  const title = [jobTitle(say, job.name), job.subject].filter(Boolean).join(" · ");
  return say(`notices.${NOTICES[job.status]}`, { title });
}
