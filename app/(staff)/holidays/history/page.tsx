import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { PageHeader } from "@/components/layout/page-header";
import { listHolidaysOfYear } from "@/lib/calendar/holidays/queries";
import { loadHolidayList } from "@/lib/calendar/search-params";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { flatParams } from "@/lib/platform/url/href";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("holidays"))("history") };
}

/** Everything that was ever changed about the holidays of a year. */
export default async function HolidayHistoryPage({ searchParams }: PageProps<"/holidays/history">) {
  const actor = await requirePageAny("audit:read_history", "audit:read");
  const query = await searchParams;
  const year = (await loadHolidayList(Promise.resolve(query))).year ?? Number(campusToday().slice(0, 4));
  const { page, size } = loadAuditParams(query);
  const [rows, t] = await Promise.all([listHolidaysOfYear(actor, year), getTranslations("holidays")]);
  const keys = rows.map(({ id }) => id);
  const history = await listRecordHistory(
    actor,
    [{ table: "holiday", keys }],
    page,
    size,
    columnSight(actor),
  );
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <PageHeader
        title={t("history")}
        detail={year}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: `/holidays?year=${year}` }, { label: t("history") }],
        }}
      />
      <History
        history={history}
        references={references}
        path="/holidays/history"
        params={flatParams(query)}
      />
    </>
  );
}
