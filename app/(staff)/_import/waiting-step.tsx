import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import type { Phase } from "@/lib/people/imports/phase";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { tellJobs } from "@/lib/platform/jobs/tell";

const WAITING = new Set<Phase>(["reading", "checking", "applying", "undoing"]);
type Waiting = "reading" | "checking" | "applying" | "undoing";

/** Progress of the job that the import waits for; nothing in the other phases. */
export async function WaitingStep({ phase, job }: { phase: Phase; job: JobDto | null }) {
  if (!WAITING.has(phase) || !job) return null;
  const [t, [told]] = await Promise.all([getTranslations("import"), tellJobs([job])]);
  if (!told) return null;
  const waiting = phase as Waiting;
  return (
    <ClientMessages namespaces={["jobs"]}>
      <JobWatch key={told.id} job={told} title={t(`${waiting}.title`)}>
        {t(`${waiting}.text`)}
      </JobWatch>
    </ClientMessages>
  );
}
