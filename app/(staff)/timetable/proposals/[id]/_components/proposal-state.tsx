import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { Alert } from "@/components/ui/alert";
import type { ProposalFacts } from "@/lib/classes/draft-timetable/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getJob } from "@/lib/platform/jobs/queries";
import { tellJobs } from "@/lib/platform/jobs/tell";

/** The search while it runs, or that it failed or was stopped. */
export async function ProposalState({ actor, proposal }: { actor: AccountActor; proposal: ProposalFacts }) {
  const t = await getTranslations("draftTimetable");
  if (proposal.status === "FAILED")
    return (
      <Alert variant="danger" title={t("failed.title")}>
        {t("failed.text")}
      </Alert>
    );
  if (proposal.status === "CANCELLED")
    return (
      <Alert variant="info" title={t("stopped.title")}>
        {t("stopped.text")}
      </Alert>
    );
  if (proposal.status !== "RUNNING" || !proposal.jobRunId) return null;
  const job = await getJob(actor, proposal.jobRunId).catch((error: unknown) => {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  });
  const [told] = job ? await tellJobs([job]) : [];
  if (!told) return null;
  return (
    <ClientMessages namespaces={["jobs"]}>
      <JobWatch key={told.id} job={told} title={told.title}>
        {t("running.text")}
      </JobWatch>
    </ClientMessages>
  );
}
