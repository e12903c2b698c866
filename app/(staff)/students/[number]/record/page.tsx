import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Why } from "@/components/feedback/why";
import { Fact, Facts } from "@/components/layout/fact";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getRecordOfStudies } from "@/lib/record/queries/record-of-studies";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { ResultTable } from "./_components/result-table";

export function generateMetadata({ params }: PageProps<"/students/[number]/record">): Promise<Metadata> {
  return recordTitle(params, "record:read");
}

export default async function StudentResultsPage({ params }: PageProps<"/students/[number]/record">) {
  const { actor, student } = await loadStudent(params, "record:read");
  const [{ record, programmeCode: code }, t, format] = await Promise.all([
    getRecordOfStudies(actor, student.personId),
    getTranslations("record"),
    getFormat(),
  ]);
  if (record.terms.length === 0) {
    return (
      <EmptyState icon="clipboard-list" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const { cumulative, credits, standing } = record;
  return (
    <div className="flex flex-col gap-stack">
      <Facts>
        <Fact
          label={code ? `${t("cumulativeGpa")} · ${code}` : t("cumulativeGpa")}
          value={cumulative.value ?? t("noGpa")}
          detail={<Why explained={cumulative} label={t("cumulativeGpa")} />}
        />
        <Fact
          label={t("creditsEarned")}
          value={format.number(credits.earned)}
          detail={t("creditsAttempted", { credits: format.number(credits.attempted) })}
        />
        <Fact
          label={t("standing")}
          value={t(`standings.${standing.value}`)}
          detail={<Why explained={standing} label={t("standing")} />}
        />
      </Facts>
      <ResultTable terms={record.terms} />
    </div>
  );
}
