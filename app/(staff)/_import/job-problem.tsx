import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { Phase } from "@/lib/people/imports/phase";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { errorText } from "@/lib/platform/jobs/tell";

/** Why the last job of this import failed, above the step that it led back to. */
export async function JobProblem({ job, phase }: { job: JobDto | null; phase: Phase }) {
  if (job?.status !== "FAILED" || phase === "done" || phase === "undone") return null;
  const [t, e] = await Promise.all([getTranslations("import"), getTranslations("errors")]);
  return (
    <Alert
      variant="danger"
      className="mb-stack max-w-4xl"
      title={phase === "unreadable" ? t("reading.failedTitle") : undefined}
    >
      {errorText(loose(e), job)}
    </Alert>
  );
}
