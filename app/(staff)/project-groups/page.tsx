import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/data-table/chosen-columns";
import { TableView } from "@/components/data-table/table-view";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listProjects, listProjectTerms } from "@/lib/classes/projects/queries";
import { loadProjectList } from "@/lib/classes/projects/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import { projectColumns, projectFilters, toProjectLine } from "./_components/project-lines";

const PATH = "/project-groups";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects"))("title") };
}

/** Senior-project groups of all terms, the newest first. */
export default async function ProjectGroupsPage({ searchParams }: PageProps<"/project-groups">) {
  const actor = await requirePage("classes:read");
  const [state, params] = await Promise.all([loadProjectList(searchParams), searchParams.then(flatParams)]);
  const [found, terms, t, format, chosen] = await Promise.all([
    listProjects(actor, state),
    listProjectTerms(actor),
    getTranslations("projects"),
    getFormat(),
    chosenColumns("project-groups", params),
    openView(actor, "project-groups", PATH, params),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
        actions={
          can(actor, "classes:edit_projects") && (
            <Link href="/project-groups/new" prefetch={false} className={buttonVariants()}>
              <Icon name="plus" />
              {t("new")}
            </Link>
          )
        }
      />
      <ClientMessages namespaces={["table"]}>
        <TableView
          name="project-groups"
          caption={t("caption")}
          columns={projectColumns(t)}
          rows={found.rows.map((row) => toProjectLine(row, t, format))}
          path={PATH}
          params={params}
          sort={state.sort}
          page={found}
          search={{ placeholder: t("search") }}
          filters={projectFilters(t, terms, format)}
          chosen={chosen}
          views
          empty={
            <NoMatchState
              actions={
                <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {t("empty")}
                </Link>
              }
            />
          }
        />
      </ClientMessages>
    </>
  );
}
