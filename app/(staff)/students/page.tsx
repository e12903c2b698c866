import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import type { BulkChange } from "@/lib/people/bulk/schemas";
import { listStudents } from "@/lib/people/queries/list-students";
import { limitStudents } from "@/lib/people/queries/student-limits";
import { loadStudentListParams } from "@/lib/people/search-params";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { requirePageAny } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { BulkActions } from "./_components/bulk-actions";
import { ListTools } from "./_components/list-tools";
import {
  type StudentTableRow,
  studentColumns,
  studentFilters,
  toTableRow,
} from "./_components/student-table";

const PATH = "/students";

/** What this person may do with selected students. */
function bulkChangesOf(actor: AccountActor): BulkChange[] {
  if (!can(actor, "people:read") || !can(actor, "change_sets:read")) return [];
  const changes: BulkChange[] = can(actor, "people:change_status") ? ["status"] : [];
  return can(actor, "people:edit") ? [...changes, "studyTime", "transfer"] : changes;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function StudentsPage({ searchParams }: PageProps<"/students">) {
  const actor = await requirePageAny("people:read", "people:search");
  const query = await searchParams;
  const { term, ...filter } = loadStudentListParams(query);
  const limits = await limitStudents(actor, { term, without: filter.without });
  const [page, columns, filters, t, format] = await Promise.all([
    listStudents(actor, { ...filter, ...limits }),
    studentColumns(actor),
    studentFilters(actor),
    getTranslations("people"),
    getFormat(),
  ]);
  const params = flatParams(query);
  const may = bulkChangesOf(actor);
  const total = format.number(page.total) + (page.totalIsExact ? "" : "+");
  const narrowed = Object.keys(params).some((key) => !["page", "size", "sort"].includes(key));
  return (
    <>
      <PageHeader title={t("title")} detail={total} actions={<ListTools actor={actor} params={params} />} />
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
        filters={filters}
        bulk={may.length > 0 ? <BulkActions may={may} /> : undefined}
        namespaces={may.length > 0 ? ["lists.bulk"] : undefined}
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
