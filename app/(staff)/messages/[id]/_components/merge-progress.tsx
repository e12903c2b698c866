import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import type { MergeDto } from "@/lib/messages/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { errorText, tellJobs } from "@/lib/platform/jobs/tell";
import { ResendButton } from "./resend-button";

type Props = { actor: AccountActor; merge: MergeDto; job: JobDto | null };

/** The job while it works; afterwards what it left undone, and the way to do it. */
export async function MergeProgress({ actor, merge, job }: Props) {
  const t = await getTranslations("mailings.detail");
  if (job && (job.status === "QUEUED" || job.status === "RUNNING")) {
    const [told] = await tellJobs([job]);
    return told ? (
      <ClientMessages namespaces={["jobs"]}>
        <JobWatch
          key={told.id}
          job={told}
          title={t(merge.medium === "EMAIL" ? "waitingMails" : "waitingLetters")}
        >
          {t("waitingText")}
        </JobWatch>
      </ClientMessages>
    ) : null;
  }
  const errors = await getTranslations("errors");
  const left = merge.failed + merge.skipped + merge.waiting;
  return (
    <>
      {job?.status === "FAILED" ? (
        <Alert
          variant="danger"
          title={t("failedTitle")}
          className="max-w-4xl"
          action={
            <Link
              href={`/admin/jobs/${job.id}`}
              prefetch={false}
              className={buttonVariants({ variant: "outline", size: "sm" })}
            >
              {t("job")}
            </Link>
          }
        >
          {errorText(loose(errors), job)}
        </Alert>
      ) : null}
      {left > 0 && can(actor, "messages:send") ? (
        <Alert
          variant="warning"
          title={t("open")}
          className="max-w-4xl"
          action={
            <ClientMessages namespaces={["mailings.detail"]}>
              <ResendButton id={merge.id} count={left} />
            </ClientMessages>
          }
        >
          {t("openText")}
        </Alert>
      ) : null}
    </>
  );
}
