import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Why } from "@/components/feedback/why";
import { Fact, Facts } from "@/components/layout/fact";
import { listProgrammeCourseCodes } from "@/lib/curriculum/queries";
import { can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getAcademicRecord } from "@/lib/record/queries/academic-record";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { TermResults } from "./_components/term-results";

export function generateMetadata({ params }: PageProps<"/students/[number]/record">): Promise<Metadata> {
  return recordTitle(params, "record:read");
}

export default async function StudentResultsPage({ params }: PageProps<"/students/[number]/record">) {
  const { actor, student } = await loadStudent(params, "record:read");
  const programmes = can(actor, "studies:read") ? await listProgrammeEnrolments(actor, student.personId) : [];
  const current = programmes[0];
  const courses = current
    ? await listProgrammeCourseCodes(actor, { ...current, id: current.programmeId }, current.catalogueDate)
    : null;
  const [record, t, format] = await Promise.all([
    getAcademicRecord(actor, student.personId, courses),
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
          label={`${t("cumulativeGpa")}${current ? ` · ${current.code}` : ""}`}
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
      {record.terms.map((term) => (
        <TermResults key={term.code} term={term} />
      ))}
    </div>
  );
}
