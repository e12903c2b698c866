import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { listRequests } from "@/lib/people/change-requests/queries";
import { loadRequestListParams } from "@/lib/people/change-requests/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { type RequestLine, requestColumns, requestFilters, toLine } from "./_components/request-table";

const PATH = "/change-requests";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("changeRequests"))("title") };
}

/** What people ask to have corrected, within the reader's reach. */
export default async function ChangeRequestsPage({ searchParams }: PageProps<"/change-requests">) {
  const actor = await requirePage("people:read_requests");
  const query = await searchParams;
  const filter = loadRequestListParams(query);
  const [page, t, format] = await Promise.all([
    listRequests(actor, filter),
    getTranslations("changeRequests"),
    getFormat(),
  ]);
  const params = flatParams(query);
  const narrowed = Object.keys(params).some((key) => !["page", "size", "sort"].includes(key));
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(page.total) + (page.totalIsExact ? "" : "+")}
        description={t("lead")}
      />
      <DataTable<RequestLine>
        name="change-requests"
        caption={t("caption")}
        columns={requestColumns(t)}
        rows={page.rows.map(toLine)}
        path={PATH}
        params={params}
        sort={filter.sort ?? undefined}
        page={page}
        search={{ placeholder: t("search") }}
        filters={requestFilters(t)}
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
            <EmptyState icon="inbox" title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
