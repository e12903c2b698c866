import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { LogPager } from "@/components/audit/log-pager";
import { getAuditWords } from "@/components/audit/words";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { findSubjectId, listSubjectLabels } from "@/lib/people/queries/subjects";
import { parseStudentNumber } from "@/lib/people/rules";
import { listAuditEntries, listAuditTables } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams, listHref } from "@/lib/platform/url/href";
import { AuditFilters } from "./_components/audit-filters";
import { LogEntry } from "./_components/log-entry";

const PATH = "/admin/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await requirePage("audit:read");
  const query = await searchParams;
  const { student, ...filter } = loadAuditParams(query);
  const number = student ? parseStudentNumber(student) : null;
  const subjectId = number === null ? null : await findSubjectId(actor, number);
  const unknown = Boolean(student) && subjectId === null;
  const [log, tables, t, format] = await Promise.all([
    // A number that nobody has finds nothing, instead of everything.
    listAuditEntries(actor, { ...filter, subjectId: unknown ? -1 : subjectId }, columnSight(actor)),
    listAuditTables(actor),
    getTranslations("audit"),
    getFormat(),
  ]);
  const subjects = [...new Set(log.rows.flatMap((entry) => entry.subjectId ?? []))];
  const [references, labels] = await Promise.all([
    listReferenceLabels(actor, referencedIds(log.rows)),
    listSubjectLabels(actor, subjects),
  ]);
  const words = await getAuditWords(references);
  const params = flatParams(query);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(log.total) + (log.totalIsExact ? "" : "+")}
        description={t("description")}
        actions={
          <a
            href={listHref("/api/v1/audit/export", params, { page: null, size: null })}
            download
            className={buttonVariants({ variant: "outline" })}
          >
            <Icon name="download" />
            {t("export")}
          </a>
        }
      />
      <AuditFilters path={PATH} params={params} tables={tables} words={words} />
      {unknown && <Alert variant="warning">{t("unknownStudent", { number: student ?? "" })}</Alert>}
      {log.rows.length === 0 ? (
        <NoMatchState
          actions={
            <a href={PATH} className={buttonVariants({ variant: "outline" })}>
              {t("filters.clear")}
            </a>
          }
        />
      ) : (
        <ol className="divide-y overflow-hidden rounded-lg border bg-card" aria-label={t("caption")}>
          {log.rows.map((entry) => (
            <LogEntry
              key={entry.id}
              entry={entry}
              words={words}
              subject={entry.subjectId === null ? null : (labels.get(entry.subjectId) ?? null)}
            />
          ))}
        </ol>
      )}
      <ClientMessages namespaces={["table"]}>
        <LogPager
          page={log.page}
          pageSize={log.pageSize}
          total={log.total}
          totalIsExact={log.totalIsExact}
          shown={log.rows.length}
          path={PATH}
          params={params}
        />
      </ClientMessages>
    </>
  );
}
