import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/data-table/chosen-columns";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { listCurrentTerms } from "@/lib/calendar/queries";
import { listClasses, listTermChoices } from "@/lib/classes/queries/list-classes";
import { loadClassList } from "@/lib/classes/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import { BulkClasses } from "./_components/bulk-classes";
import { classColumns, classFilters, toClassLine } from "./_components/class-lines";
import { ClassListActions } from "./_components/class-list-actions";
import { ClassTableView } from "./_components/class-table-view";

const PATH = "/classes";
/** Texts of the client: of the table, and of the dialogs of its bulk bar. */
const TABLE = ["table"] as const;
const BULK = ["forms", "offering.bulk", "offering.form", "offering.statuses"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The classes of the terms that are not over, or of those chosen. */
export default async function ClassesPage({ searchParams }: Props) {
  const actor = await requirePage("classes:read");
  const [state, params] = await Promise.all([loadClassList(searchParams), searchParams.then(flatParams)]);
  const mayChange = can(actor, "classes:edit") && can(actor, "change_sets:read");
  const [found, terms, open, t, format, chosen] = await Promise.all([
    listClasses(actor, state),
    listTermChoices(actor),
    mayChange ? listCurrentTerms(actor) : [],
    getTranslations("classes"),
    getFormat(),
    chosenColumns("classes", params),
    openView(actor, "classes", PATH, params),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        actions={<ClassListActions actor={actor} />}
      />
      <ClientMessages namespaces={mayChange ? [...TABLE, ...BULK] : TABLE}>
        <ClassTableView
          name="classes"
          caption={t("caption")}
          columns={classColumns(t)}
          rows={found.rows.map((row) => toClassLine(row, t, format))}
          path={PATH}
          params={params}
          sort={state.sort}
          page={found}
          search={{ placeholder: t("search") }}
          filters={classFilters(t, terms, format)}
          chosen={chosen}
          views
          bulk={
            mayChange ? (
              <BulkClasses
                terms={open.map(({ code, name }) => ({
                  value: code,
                  label: `${format.words(name)} (${code})`,
                }))}
              />
            ) : undefined
          }
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
      </ClientMessages>
    </>
  );
}
