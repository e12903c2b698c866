import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listCourseChoices, listCourses } from "@/lib/curriculum/courses/queries/list-courses";
import { loadCourseList } from "@/lib/curriculum/courses/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { courseColumns, courseFilters, toCourseLine } from "./_components/course-lines";
import { ExportLinks } from "./_components/export-links";

const PATH = "/courses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("title") };
}

/** Every course in the version of today, with what it asks for and who requires it. */
export default async function CoursesPage({ searchParams }: PageProps<"/courses">) {
  const actor = await requirePage("curriculum:read");
  const [state, params] = await Promise.all([loadCourseList(searchParams), searchParams.then(flatParams)]);
  const [found, choices, t, format] = await Promise.all([
    listCourses(actor, state),
    listCourseChoices(actor),
    getTranslations("courses"),
    getFormat(),
  ]);
  const editable = can(actor, "curriculum:edit");
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        actions={
          editable && (
            <>
              <Link
                href="/courses/import"
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                <Icon name="upload" />
                {t("list.import")}
              </Link>
              <Link href="/courses/new" prefetch={false} className={buttonVariants()}>
                <Icon name="plus" />
                {t("list.new")}
              </Link>
            </>
          )
        }
      />
      <DataTable
        name="courses"
        caption={t("list.caption")}
        columns={courseColumns(t)}
        rows={found.rows.map((row) => toCourseLine(row, format))}
        path={PATH}
        params={params}
        sort={state.sort}
        page={found}
        search={{ placeholder: t("list.search") }}
        filters={courseFilters(t, choices, format)}
        tools={<ExportLinks params={params} />}
        empty={
          <NoMatchState
            actions={
              <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("list.all")}
              </Link>
            }
          />
        }
      />
    </>
  );
}
