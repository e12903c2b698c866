"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Progress } from "@/components/ui/progress";
import { cancelJob } from "@/lib/operations/actions";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { ToldJob } from "@/lib/platform/jobs/tell";
import { timeLeft } from "./time-left";
import { watchedHere } from "./watched-here";

const PAUSE_MS = 1_000;

type Props = { job: ToldJob; title: string; children?: ReactNode };

/**
 * The place where a page waits for its job: progress, an estimate, a way to stop. When the job ends the page is read
 * anew and shows the result. Wants the messages "jobs".
 */
export function JobWatch({ job: first, title, children }: Props) {
  const t = useTranslations("jobs");
  const format = useFormat();
  const router = useRouter();
  const [job, setJob] = useState(first);
  const ended = job.notice !== null;

  useEffect(() => {
    watchedHere.add(first.id);
    let timer = 0;
    let gone = false;
    const look = async () => {
      const now = await read(first.id);
      if (gone) return;
      if (now) setJob(now);
      if (now?.notice) {
        void import("./watch-jobs").then(({ markSeen }) => markSeen([first.id]));
        router.refresh();
      } else timer = window.setTimeout(look, PAUSE_MS);
    };
    timer = window.setTimeout(look, PAUSE_MS);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [first.id, router]);

  const share = job.total ? Math.min(100, (job.done / job.total) * 100) : undefined;
  const left = timeLeft(job, Date.now());
  return (
    <section className="max-w-2xl rounded-lg border bg-card px-5 py-6" aria-live="polite">
      <h2 className="font-semibold text-base">{title}</h2>
      {children ? <p className="mt-1 max-w-prose text-muted-foreground text-sm">{children}</p> : null}
      <Progress className="mt-5 h-2" value={share} label={t("progress.label")} />
      <div className="tabular mt-2 flex min-h-5 flex-wrap justify-between gap-x-4 text-muted-foreground text-sm">
        <span>{job.text}</span>
        <span>
          {job.total
            ? t("progress.of", { done: format.number(job.done), total: format.number(job.total) })
            : null}
          {left !== null && !ended ? ` · ${t("progress.left", { time: leftText(left, t) })}` : null}
        </span>
      </div>
      <div className="mt-4">
        <ConfirmButton
          action={cancelJob}
          input={{ id: job.id }}
          variant="outline"
          size="sm"
          disabled={ended}
          title={t("actions.cancelTitle")}
          what={t("actions.cancelWhat")}
          confirmLabel={t("actions.cancelConfirm")}
          doneText={t("actions.cancelled")}
          destructive
        >
          {t("actions.cancel")}
        </ConfirmButton>
      </div>
    </section>
  );
}

type Say = ReturnType<typeof useTranslations<"jobs">>;

function leftText(seconds: number, t: Say): string {
  if (seconds < 5) return t("progress.soon");
  return seconds < 90
    ? t("progress.seconds", { seconds: Math.ceil(seconds / 5) * 5 })
    : t("progress.minutes", { minutes: Math.round(seconds / 60) });
}

async function read(id: string): Promise<ToldJob | null> {
  try {
    const answer = await fetch(`/api/v1/jobs/${id}`, { headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as ToldJob) : null;
  } catch {
    return null;
  }
}
