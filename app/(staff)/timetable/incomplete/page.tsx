import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { buttonVariants } from "@/components/ui/button";
import { listTermChoices } from "@/lib/classes/queries/list-classes";
import { listIncomplete } from "@/lib/classes/timetable/queries/incomplete";
import { loadIncompleteParams } from "@/lib/classes/timetable/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import {
  type IncompleteLine,
  incompleteColumns,
  incompleteFilters,
  toLine,
} from "./_components/incomplete-table";

const PATH = "/timetable/incomplete";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.incomplete"))("title") };
}

/** The parts of terms that are not over that lack times, a room or a teacher; each leads to where it is mended. */
export default async function IncompletePage({ searchParams }: PageProps<"/timetable/incomplete">) {
  const actor = await requirePage("classes:read");
  const query = await searchParams;
  const state = loadIncompleteParams(query);
  const [page, terms, t, classes, rooms, format] = await Promise.all([
    listIncomplete(actor, state),
    listTermChoices(actor),
    getTranslations("meetings.incomplete"),
    getTranslations("classes"),
    getTranslations("rooms.types"),
    getFormat(),
  ]);
  const params = flatParams(query);
  const narrowed = Object.keys(params).some((key) => !["page", "size"].includes(key));
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(page.total) + (page.totalIsExact ? "" : "+")}
        description={t("lead")}
      />
      <TimetableTabs />
      <DataTable<IncompleteLine>
        name="incomplete"
        caption={t("caption")}
        columns={incompleteColumns(t)}
        rows={page.rows.map((row) => toLine(row, t, rooms, format))}
        path={PATH}
        params={params}
        page={page}
        search={{ placeholder: t("search") }}
        filters={incompleteFilters(t, classes, terms, format)}
        empty={
          narrowed ? (
            <NoMatchState
              actions={
                <a href={PATH} className={buttonVariants({ variant: "outline" })}>
                  {t("showAll")}
                </a>
              }
            />
          ) : (
            <EmptyState icon="circle-check" title={t("complete")}>
              {t("completeText")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
