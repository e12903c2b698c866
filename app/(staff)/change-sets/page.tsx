import "@/lib/operations/change-set-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { statusBadges } from "@/components/change-sets/status-badges";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { requirePage } from "@/lib/platform/auth/page";
import { listChangeSets } from "@/lib/platform/change-sets/queries";
import { CHANGE_SET_STATUSES, loadChangeSetList } from "@/lib/platform/change-sets/search-params";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";

const PATH = "/change-sets";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("changeSets"))("title") };
}

type Line = {
  id: number;
  href: string;
  title: string;
  kind: string;
  status: string;
  by: string;
  createdAt: string;
  rows: number | null;
};
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every bulk change, newest first. */
export default async function ChangeSetsPage({ searchParams }: Props) {
  const actor = await requirePage("change_sets:read");
  const [state, params] = await Promise.all([loadChangeSetList(searchParams), searchParams.then(flatParams)]);
  const [found, t, format] = await Promise.all([
    listChangeSets(actor, { status: state.status ?? undefined, page: state.page, pageSize: state.size }),
    getTranslations("changeSets"),
    getFormat(),
    openView(actor, "change-sets", PATH, params),
  ]);
  const say = loose(t);
  const rows = found.rows.map((set): Line => {
    return {
      id: set.id,
      href: `${PATH}/${set.id}`,
      title: set.title,
      kind: say(`kinds.${set.kind}`),
      status: set.status,
      by: set.createdBy.name,
      createdAt: set.createdAt,
      rows: set.outcome?.total ?? set.preview?.total ?? null,
    };
  });
  const columns: Column<keyof Line>[] = [
    { key: "title", label: t("columns.title"), kind: "text", fixed: true, phone: "title" },
    { key: "kind", label: t("columns.kind"), kind: "text", fixed: true, phone: "line" },
    {
      key: "status",
      label: t("columns.status"),
      kind: "badge",
      fixed: true,
      badges: statusBadges((status) => t(`statuses.${status}`)),
      phone: "aside",
    },
    { key: "rows", label: t("columns.rows"), kind: "number", fixed: true, phone: "hidden" },
    { key: "by", label: t("columns.by"), kind: "text", fixed: true, phone: "line" },
    { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", fixed: true, phone: "line" },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
      />
      <DataTable
        name="change-sets"
        caption={t("caption")}
        columns={columns}
        rows={rows}
        path={PATH}
        params={params}
        page={found}
        views
        filters={[
          {
            key: "status",
            label: t("filters.status"),
            options: CHANGE_SET_STATUSES.map((value) => ({
              value,
              label: t(`statuses.${value}`),
            })),
          },
        ]}
        empty={
          state.status ? (
            <NoMatchState
              actions={
                <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {t("empty.all")}
                </Link>
              }
            />
          ) : (
            <EmptyState icon="git-compare" title={t("empty.title")}>
              {t("empty.text")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
