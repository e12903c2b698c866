import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { listTextbooks } from "@/lib/curriculum/textbooks/queries";
import { loadTextbookList, TEXTBOOK_USES } from "@/lib/curriculum/textbooks/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { NewTextbookButton } from "./_components/new-textbook-button";

const PATH = "/textbooks";

type Line = {
  id: number;
  href: string;
  title: string;
  author: string | null;
  isbn: string | null;
  edition: string | null;
  year: string | null;
  publisher: string | null;
  courses: string[];
  state: string | null;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("textbooks"))("title") };
}

/** The textbooks of the campus, with the courses that use each. */
export default async function TextbooksPage({ searchParams }: PageProps<"/textbooks">) {
  const actor = await requirePage("curriculum:read");
  const [state, params] = await Promise.all([loadTextbookList(searchParams), searchParams.then(flatParams)]);
  const [found, t, format] = await Promise.all([
    listTextbooks(actor, state),
    getTranslations("textbooks"),
    getFormat(),
  ]);
  const asked = Boolean(state.q || state.use || state.kept);
  const columns: Column<keyof Line & string>[] = [
    { key: "title", label: t("columns.title"), kind: "text", sortable: true, fixed: true, phone: "title" },
    { key: "author", label: t("columns.author"), kind: "text", sortable: true, phone: "line" },
    { key: "edition", label: t("columns.edition"), kind: "text", phone: "hidden" },
    { key: "year", label: t("columns.year"), kind: "code", sortable: true, phone: "aside" },
    { key: "publisher", label: t("columns.publisher"), kind: "text", optional: true, phone: "hidden" },
    { key: "isbn", label: t("columns.isbn"), kind: "code", phone: "hidden" },
    { key: "courses", label: t("columns.courses"), kind: "list", phone: "line" },
    {
      key: "state",
      label: t("columns.state"),
      kind: "badge",
      badges: { no: { label: t("noLonger"), tone: "neutral" } },
      phone: "hidden",
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          can(actor, "curriculum:edit") && (
            <ClientMessages namespaces={["forms", "textbooks.new", "textbooks.columns"]}>
              <NewTextbookButton />
            </ClientMessages>
          )
        }
      />
      <DataTable<Line>
        name="textbooks"
        caption={t("caption")}
        columns={columns}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/textbooks/${row.id}`,
          title: row.title,
          author: row.author,
          isbn: row.isbn,
          edition: row.edition,
          year: row.year === null ? null : String(row.year),
          publisher: row.publisher,
          courses: row.courses,
          state: row.isActive ? null : "no",
        }))}
        path={PATH}
        params={params}
        sort={state.sort}
        page={found}
        search={{ placeholder: t("search") }}
        filters={[
          {
            key: "use",
            label: t("filters.use"),
            options: TEXTBOOK_USES.map((value) => ({ value, label: t(`filters.${value}`) })),
          },
          {
            key: "kept",
            label: t("columns.state"),
            options: (["yes", "no"] as const).map((value) => ({ value, label: t(`filters.kept.${value}`) })),
          },
        ]}
        empty={
          asked ? (
            <NoMatchState
              actions={
                <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {t("all")}
                </Link>
              }
            />
          ) : (
            <EmptyState icon="book-open" title={t("none")}>
              {t("noneText")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
