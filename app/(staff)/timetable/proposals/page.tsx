import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { buttonVariants } from "@/components/ui/button";
import { listProposals } from "@/lib/classes/draft-timetable/queries";
import type { ProposalFacts } from "@/lib/classes/draft-timetable/schemas";
import { loadProposalList } from "@/lib/classes/draft-timetable/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { proposalName, STATUS_TONES } from "./_components/texts";

const PATH = "/timetable/proposals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draftTimetable"))("title") };
}

type Line = {
  id: number;
  href: string;
  name: string;
  status: ProposalFacts["status"];
  deliveries: number | null;
  placed: number | null;
  by: string;
  createdAt: string;
};

/** Every draft of a timetable, newest first. */
export default async function ProposalsPage({ searchParams }: PageProps<"/timetable/proposals">) {
  const actor = await requirePage("timetable:draft");
  const query = await searchParams;
  const [page, t, format] = await Promise.all([
    listProposals(actor, loadProposalList(query)),
    getTranslations("draftTimetable"),
    getFormat(),
  ]);
  const statuses = Object.keys(STATUS_TONES) as ProposalFacts["status"][];
  const start = (
    <Link href={`${PATH}/new`} className={buttonVariants()}>
      {t("form.open")}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(page.total)}
        description={t("lead")}
        actions={start}
      />
      <TimetableTabs />
      <DataTable<Line>
        name="timetable-proposals"
        caption={t("caption")}
        columns={[
          { key: "name", label: t("columns.name"), kind: "text", fixed: true, phone: "title" },
          {
            key: "status",
            label: t("columns.status"),
            kind: "badge",
            fixed: true,
            phone: "aside",
            badges: Object.fromEntries(
              statuses.map((status) => [
                status,
                { label: t(`status.${status}`), tone: STATUS_TONES[status] },
              ]),
            ),
          },
          { key: "deliveries", label: t("columns.deliveries"), kind: "number", fixed: true, phone: "hidden" },
          { key: "placed", label: t("columns.placed"), kind: "number", fixed: true, phone: "hidden" },
          { key: "by", label: t("columns.by"), kind: "text", fixed: true, phone: "line" },
          { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", fixed: true, phone: "line" },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${PATH}/${row.id}`,
          name: proposalName(row, t),
          status: row.status,
          deliveries: row.score?.deliveries ?? null,
          placed: row.score?.placed ?? null,
          by: row.createdBy,
          createdAt: row.createdAt,
        }))}
        path={PATH}
        params={flatParams(query)}
        page={page}
        empty={
          <EmptyState icon="calendar-days" title={t("empty.title")} actions={start}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
