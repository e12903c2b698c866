import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import type { ReferenceLabels } from "@/lib/classes/queries/reference-labels";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import type { Page } from "@/lib/platform/db/paging";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { HistoryEntry } from "./history-entry";
import { LogPager } from "./log-pager";
import { getAuditWords } from "./words";

type Props = {
  history: Page<AuditEntry>;
  /** Codes behind the ids in these entries: listReferenceLabels of referencedIds. */
  references: ReferenceLabels;
  /** What rows of a table are called, by `table:key`, where a change alone does not say which one it was. */
  names?: ReadonlyMap<string, string>;
  /** Address of this page and its parameters, for the numbered pages. */
  path: string;
  params: Record<string, string>;
};

/** The history of a record: who changed what, when and why, newest first. */
export async function History({ history, references, names, path, params }: Props) {
  const t = await getTranslations("history");
  if (history.total === 0) {
    return (
      <EmptyState icon="history" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const words = await getAuditWords(references);
  return (
    <>
      <Section title={t("title")} framed>
        <ol className="divide-y">
          {history.rows.map((entry) => (
            <HistoryEntry
              key={entry.id}
              entry={entry}
              words={words}
              name={names?.get(`${entry.table}:${entry.record}`)}
            />
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
          path={path}
          params={params}
        />
      </ClientMessages>
    </>
  );
}
