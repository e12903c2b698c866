import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { Alert } from "@/components/ui/alert";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { isUnderWay } from "@/lib/platform/change-sets/state";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getJob } from "@/lib/platform/jobs/queries";
import { errorText, tellJobs } from "@/lib/platform/jobs/tell";

/** The job of the set while it runs, or why it failed. */
export async function SetProgress({ actor, set }: { actor: AccountActor; set: ChangeSetDto }) {
  if (!set.jobRunId || !(can(actor, "jobs:read") || can(actor, "jobs:read_own"))) return null;
  const job = await getJob(actor, set.jobRunId).catch((error: unknown) => {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  });
  if (!job) return null;
  if (job.status === "FAILED") {
    return <Alert variant="danger">{errorText(loose(await getTranslations("errors")), job)}</Alert>;
  }
  if (!isUnderWay(set.status)) return null;
  const [told] = await tellJobs([job]);
  if (!told) return null;
  return (
    <ClientMessages namespaces={["jobs"]}>
      <JobWatch key={told.id} job={told} title={told.title} />
    </ClientMessages>
  );
}
