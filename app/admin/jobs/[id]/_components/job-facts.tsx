import { getTranslations } from "next-intl/server";
import { FactRow } from "@/components/layout/fact";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import { durationText, tookText } from "../../_components/job-looks";

/** Who, when, how long, where. */
export async function JobFacts({ job }: { job: JobDto }) {
  const [t, format] = await Promise.all([getTranslations("jobs"), getFormat()]);
  const waited = job.startedAt ? durationText(Date.parse(job.startedAt) - Date.parse(job.createdAt)) : null;
  const lane = job.lane === "heavy" ? "heavy" : "quick";
  const rows: [string, string | null][] = [
    [t("columns.by"), job.by ?? t("bySchedule")],
    [t("detail.queued"), format.dateTime(job.createdAt)],
    [t("detail.waited"), waited],
    [t("detail.started"), job.startedAt && format.dateTime(job.startedAt)],
    [t("detail.finished"), job.finishedAt && format.dateTime(job.finishedAt)],
    [t("detail.took"), tookText(job)],
    [t("detail.attempts"), format.number(job.attempts)],
    [t("detail.lane"), t(`detail.lanes.${lane}`)],
    [t("detail.kind"), job.name],
    [t("detail.reference"), job.reference],
  ];
  return rows.map(([label, value]) => (
    <FactRow key={label} label={label}>
      <span className="tabular break-all">{value ?? "—"}</span>
    </FactRow>
  ));
}
