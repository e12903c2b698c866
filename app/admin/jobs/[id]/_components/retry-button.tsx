import { getTranslations } from "next-intl/server";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { RetryConfirm } from "./retry-confirm";

/** Offers to run a failed job again, where that is done from here. */
export async function RetryButton({ actor, job }: { actor: AccountActor; job: JobDto }) {
  if (!job.restartable || !can(actor, "jobs:manage")) return null;
  const t = await getTranslations("jobs.actions");
  return (
    <RetryConfirm
      id={job.id}
      texts={{
        retry: t("retry"),
        title: t("retryTitle"),
        what: t("retryWhat"),
        confirm: t("retryConfirm"),
        done: t("retried"),
      }}
    />
  );
}
