import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { LogPager } from "@/components/audit/log-pager";
import { getAuditWords } from "@/components/audit/words";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { flatParams } from "@/lib/platform/url/href";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { HistoryEntry } from "./_components/history-entry";

export function generateMetadata({ params }: PageProps<"/students/[number]/history">): Promise<Metadata> {
  return recordTitle(params, "audit:read_history");
}

export default async function StudentHistoryPage({
  params,
  searchParams,
}: PageProps<"/students/[number]/history">) {
  const { actor, student } = await loadStudent(params, "audit:read_history");
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const [history, t] = await Promise.all([
    listHistory(actor, student.personId, page, size),
    getTranslations("history"),
  ]);
  if (history.total === 0) {
    return (
      <EmptyState icon="history" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const words = await getAuditWords(await listReferenceLabels(actor, referencedIds(history.rows)));
  return (
    <>
      <Section title={t("title")} framed>
        <ol className="divide-y">
          {history.rows.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} words={words} />
          ))}
        </ol>
      </Section>
      <ClientMessages namespaces={["table"]}>
        <LogPager
          page={history.page}
          pageSize={history.pageSize}
          total={history.total}
          totalIsExact={history.totalIsExact}
          shown={history.rows.length}
          path={`/students/${student.label}/history`}
          params={flatParams(query)}
        />
      </ClientMessages>
    </>
  );
}
