import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/data-table/chosen-columns";
import { DataTable } from "@/components/data-table/data-table";
import { ExactTotal } from "@/components/data-table/exact-total";
import { filterWords } from "@/components/documents/filter-words";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { ExportMenu } from "@/components/people/export-menu";
import { buttonVariants } from "@/components/ui/button";
import type { BulkChange } from "@/lib/people/bulk/schemas";
import { listStudents } from "@/lib/people/queries/list-students";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { loadStudentListParams } from "@/lib/people/search-params";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { requirePageAny } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import { BulkActions } from "./_components/bulk-actions";
import { ListTools } from "./_components/list-tools";
import {
  type StudentTableRow,
  studentColumns,
  studentFilters,
  toTableRow,
} from "./_components/student-table";

const PATH = "/students";

type StudentAction = BulkChange | "export" | "cards" | "messages";

/** What this person may do with selected students. */
function bulkActionsOf(actor: AccountActor): StudentAction[] {
  if (!can(actor, "people:read")) return [];
  const found: StudentAction[] = [];
  if (can(actor, "change_sets:read")) {
    if (can(actor, "people:change_status")) found.push("status");
    if (can(actor, "people:edit")) found.push("studyTime", "transfer");
  }
  if (can(actor, "documents:print")) found.push("cards");
  if (can(actor, "messages:send")) found.push("messages");
  if (can(actor, "people:export")) found.push("export");
  return found;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function StudentsPage({ searchParams }: PageProps<"/students">) {
  const actor = await requirePageAny("people:read", "people:search");
  const query = await searchParams;
  const params = flatParams(query);
  const { term, ...filter } = loadStudentListParams(query);
  const opening = openView(actor, "students", PATH, params);
  // It may lead elsewhere before it is awaited; what it throws is thrown there.
  opening.catch(() => {});
  const [limits, shown] = await Promise.all([
    limitStudents(actor, { term, without: filter.without }),
    chosenColumns("students", params),
  ]);
  const [page, columns, filters, t, lists, format] = await Promise.all([
    listStudents(actor, { ...filter, ...limits, columns: shown }),
    studentColumns(actor),
    studentFilters(actor, params),
    getTranslations("people"),
    getTranslations("search"),
    getFormat(),
    opening,
  ]);
  const may = bulkActionsOf(actor);
  const mayPrint = can(actor, "documents:print");
  const total = format.number(page.total) + (page.totalIsExact ? "" : "+");
  const exact = {
    about: total,
    href: `/api/v1/people/students/count?${new URLSearchParams(params)}`,
    labels: {
      count: lists("count.exactly"),
      counting: lists("count.counting"),
      failed: lists("count.failed"),
    },
  };
  const narrowed = Object.keys(params).some(
    (key) => !["page", "size", "sort", "view", "columns"].includes(key),
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={page.totalIsExact ? total : <ExactTotal {...exact} />}
        actions={<ListTools actor={actor} />}
      />
      <DataTable<StudentTableRow>
        name="students"
        caption={t("list.caption")}
        columns={columns}
        rows={page.rows.map(toTableRow(can(actor, "people:read")))}
        path={PATH}
        params={params}
        sort={filter.sort ?? (filter.q ? undefined : { column: "number", direction: "desc" })}
        page={{ ...page }}
        search={{ placeholder: t("list.search") }}
        views
        moreFilters={can(actor, "people:read") ? "/api/v1/people/students/filters" : undefined}
        tools={
          can(actor, "people:export") ? (
            <ExportMenu
              list="students"
              print={mayPrint ? filterWords(filters, params, t("list.search")) : null}
            />
          ) : undefined
        }
        filters={filters}
        bulk={may.length > 0 ? <BulkActions may={may} /> : undefined}
        namespaces={
          may.length > 0 ? ["lists.bulk", "documents.bulk", "documents.cards", "documents.list"] : undefined
        }
        empty={
          narrowed ? (
            <NoMatchState
              actions={
                <a href={PATH} className={buttonVariants({ variant: "outline" })}>
                  {t("list.clear")}
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
