import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { listDuplicates } from "@/lib/people/duplicates/queries";
import { loadDuplicateListParams } from "@/lib/people/duplicates/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { CompareButton } from "./_components/compare-button";
import {
  type DuplicateLine,
  duplicateColumns,
  duplicateFilters,
  toLine,
} from "./_components/duplicate-table";

const PATH = "/duplicates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duplicates"))("title") };
}

/** The queue of pairs that may be one person; the open ones first, the surest first among them. */
export default async function DuplicatesPage({ searchParams }: PageProps<"/duplicates">) {
  const actor = await requirePage("people:read_duplicates");
  const query = await searchParams;
  const filter = loadDuplicateListParams(query);
  const [page, t, format] = await Promise.all([
    listDuplicates(actor, filter),
    getTranslations("duplicates"),
    getFormat(),
  ]);
  const params = flatParams(query);
  const narrowed = Object.keys(params).some((key) => !["page", "size", "sort"].includes(key));
  // Whoever starts it also sees its progress.
  const compares = can(actor, "people:decide_duplicates") && can(actor, "jobs:read_own");
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(page.total) + (page.totalIsExact ? "" : "+")}
        description={t("lead")}
        actions={
          compares && (
            <ClientMessages namespaces={["forms"]}>
              <CompareButton
                texts={{
                  button: t("compare.button"),
                  title: t("compare.title"),
                  what: t("compare.what"),
                  confirm: t("compare.confirm"),
                  done: t("compare.done"),
                }}
              />
            </ClientMessages>
          )
        }
      />
      <DataTable<DuplicateLine>
        name="duplicates"
        caption={t("caption")}
        columns={duplicateColumns(t)}
        rows={page.rows.map(toLine)}
        path={PATH}
        params={params}
        sort={filter.sort ?? undefined}
        page={page}
        search={{ placeholder: t("search") }}
        filters={duplicateFilters(t)}
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
            <EmptyState icon="copy" title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
