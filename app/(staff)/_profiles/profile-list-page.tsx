import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenColumns } from "@/components/data-table/chosen-columns";
import { DataTable } from "@/components/data-table/data-table";
import { DocumentActions } from "@/components/documents/document-actions";
import { filterWords } from "@/components/documents/filter-words";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { BulkChangeButton } from "@/components/people/bulk-change-button";
import { ExportMenu } from "@/components/people/export-menu";
import { ExportSelected } from "@/components/people/export-selected";
import { buttonVariants } from "@/components/ui/button";
import { listProfiles } from "@/lib/people/queries/list-profiles";
import { loadProfileListParams } from "@/lib/people/search-params";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import {
  departmentOptions,
  type ProfileTableRow,
  profileColumns,
  profileFilters,
  toProfileRow,
} from "./profile-table";

type Props = {
  actor: AccountActor;
  list: "teachers" | "staff";
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  actions?: ReactNode;
};

const STATE_OF_PAGE = ["page", "size", "sort", "view", "columns"];

/** The list of teachers or of staff: search, filters, columns, pages, views, export, and changes of many at once. */
export async function ProfileListPage({ actor, list, searchParams, actions }: Props) {
  const query = await searchParams;
  const params = flatParams(query);
  const path = `/${list}`;
  await openView(actor, list, path, params);
  const filter = loadProfileListParams(list, query);
  const shown = await chosenColumns(list, params);
  const [page, columns, filters, departments, t, format] = await Promise.all([
    listProfiles(actor, list, { ...filter, columns: shown }),
    profileColumns(actor, list),
    profileFilters(actor, list),
    departmentOptions(actor),
    getTranslations(`lists.${list}`),
    getFormat(),
  ]);
  const maySelect = can(actor, "people:export") || can(actor, "people:edit");
  const mayChange = can(actor, "people:edit") && can(actor, "change_sets:read");
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(page.total) + (page.totalIsExact ? "" : "+")}
        actions={actions}
      />
      <DataTable<ProfileTableRow>
        name={list}
        caption={t("caption")}
        columns={columns}
        rows={page.rows.map(toProfileRow(list))}
        path={path}
        params={params}
        sort={filter.sort ?? (filter.q ? undefined : { column: "name", direction: "asc" })}
        page={page}
        search={{ placeholder: t("search") }}
        filters={filters}
        views
        tools={
          can(actor, "people:export") ? (
            <ExportMenu
              list={list}
              print={can(actor, "documents:print") ? filterWords(filters, params, t("search")) : null}
            />
          ) : undefined
        }
        bulk={
          maySelect ? (
            <>
              {mayChange && <BulkChangeButton list={list} change="department" options={departments} />}
              <DocumentActions list={list} may={{ cards: false, send: can(actor, "messages:send") }} />
              {can(actor, "people:export") && <ExportSelected list={list} />}
            </>
          ) : undefined
        }
        namespaces={maySelect ? ["lists.bulk", "documents.bulk", "documents.list"] : undefined}
        empty={
          Object.keys(params).some((key) => !STATE_OF_PAGE.includes(key)) ? (
            <NoMatchState
              actions={
                <a href={`${path}?view=off`} className={buttonVariants({ variant: "outline" })}>
                  {t("all")}
                </a>
              }
            />
          ) : (
            <EmptyState icon="users" />
          )
        }
      />
    </>
  );
}
