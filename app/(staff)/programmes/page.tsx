import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listProgrammeLines } from "@/lib/curriculum/programmes/queries";
import { loadProgrammeList } from "@/lib/curriculum/programmes/search-params";
import { listStructure } from "@/lib/curriculum/structure/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { programmeColumns, programmeFilters, toProgrammeLine } from "./_components/programme-table";

const PATH = "/programmes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

/** The programmes of study with what their lists hold today. */
export default async function ProgrammesPage({ searchParams }: PageProps<"/programmes">) {
  const actor = await requirePage("curriculum:read");
  const [state, params] = await Promise.all([loadProgrammeList(searchParams), searchParams.then(flatParams)]);
  const [found, structure, t, format] = await Promise.all([
    listProgrammeLines(actor, state),
    listStructure(actor),
    getTranslations("catalogue"),
    getFormat(),
  ]);
  const mayEdit = can(actor, "curriculum:edit");
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          <>
            <Link
              href={`${PATH}/structure`}
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("structure")}
            </Link>
            {mayEdit && (
              <>
                <Link
                  href={`${PATH}/import`}
                  prefetch={false}
                  className={buttonVariants({ variant: "outline" })}
                >
                  <Icon name="upload" />
                  {t("import")}
                </Link>
                <Link href={`${PATH}/new`} prefetch={false} className={buttonVariants()}>
                  <Icon name="plus" />
                  {t("new")}
                </Link>
              </>
            )}
          </>
        }
      />
      <DataTable
        name="programmes"
        caption={t("caption")}
        path={PATH}
        params={params}
        {...(state.sort ? { sort: state.sort } : {})}
        page={found}
        columns={programmeColumns(t)}
        rows={found.rows.map((row) => toProgrammeLine(row, format.locale))}
        search={{ placeholder: t("search") }}
        filters={programmeFilters(t, structure, format.locale)}
        empty={
          <NoMatchState
            actions={
              <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("empty.action")}
              </Link>
            }
          />
        }
      />
    </>
  );
}
