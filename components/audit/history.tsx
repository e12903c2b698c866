import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import type { Actor } from "@/lib/platform/access/actor";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import type { Page } from "@/lib/platform/db/paging";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { referencedIds } from "./describe";
import { HistoryEntry } from "./history-entry";
import { LogPager } from "./log-pager";
import { getAuditWords } from "./words";

type Props = {
  actor: Actor;
  history: Page<AuditEntry>;
  /** Address of this page and its parameters, for the numbered pages. */
  path: string;
  params: Record<string, string>;
};

/** The history of a record: who changed what, when and why, newest first. */
export async function History({ actor, history, path, params }: Props) {
  const t = await getTranslations("history");
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
          path={path}
          params={params}
        />
      </ClientMessages>
    </>
  );
}
