import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { loadTermList } from "@/lib/calendar/search-params";
import { listTerms } from "@/lib/calendar/terms/queries";
import { countClassesOfTerms } from "@/lib/classes/terms/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { termColumns, termFilters, toTermLine } from "./_components/term-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

/** The terms of all types, the newest first. */
export default async function TermsPage({ searchParams }: PageProps<"/terms">) {
  const actor = await requirePage("calendar:read");
  const [state, params] = await Promise.all([loadTermList(searchParams), searchParams.then(flatParams)]);
  const [found, t, format] = await Promise.all([
    listTerms(actor, state),
    getTranslations("terms"),
    getFormat(),
  ]);
  const classes = can(actor, "classes:read")
    ? await countClassesOfTerms(
        actor,
        found.rows.map(({ id }) => id),
      )
    : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          <>
            <Link href="/holidays" prefetch={false} className={buttonVariants({ variant: "outline" })}>
              <Icon name="calendar" />
              {t("holidays")}
            </Link>
            {can(actor, "calendar:edit") && (
              <Link
                href={state.type ? `/terms/new?type=${state.type}` : "/terms/new"}
                prefetch={false}
                className={buttonVariants()}
              >
                <Icon name="plus" />
                {t("new")}
              </Link>
            )}
          </>
        }
      />
      <DataTable
        name="terms"
        caption={t("caption")}
        path="/terms"
        params={params}
        rows={found.rows.map((row) => toTermLine(row, classes?.get(row.id) ?? null, format))}
        columns={termColumns(t, classes !== null)}
        sort={state.sort}
        page={found}
        search={{ placeholder: t("search") }}
        filters={termFilters(t)}
        empty={
          <NoMatchState
            actions={
              <Link href="/terms" prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("all")}
              </Link>
            }
          />
        }
      />
    </>
  );
}
