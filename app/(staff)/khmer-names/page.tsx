import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Column, PersonValue, Row } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { suggestKhmerNames } from "@/lib/people/khmer-names/kind";
import { type KhmerNameRow, listKhmerNames } from "@/lib/people/khmer-names/list";
import { isGuess } from "@/lib/people/khmer-names/rules";
import { CONFIDENCES } from "@/lib/people/khmer-names/schemas";
import { KHMER_NAME_TASKS, loadKhmerNameListParams } from "@/lib/people/khmer-names/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { SuggestButton } from "./_components/suggest-button";

const PATH = "/khmer-names";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("khmerName"))("list.title") };
}

type Line = Row & {
  number: string;
  name: PersonValue;
  khmer: string | null;
  source: string | null;
  sure: number | null;
  suggestion: string | null;
};

function toLine(row: KhmerNameRow): Line {
  const { personId: id, number, familyName, personalName, source, confidence, suggestion } = row;
  const khmer = [row.khmerFamilyName, row.khmerPersonalName].filter(Boolean).join(" ");
  const sure = khmer ? confidence : suggestion?.confidence;
  const found = suggestion?.confidence ? `${suggestion.family?.khmer} ${suggestion.personal?.khmer}` : "";
  return {
    id,
    href: `/students/${number}/person#khmer-name`,
    number,
    name: { familyName, personalName },
    khmer: khmer && `${isGuess(source) ? "*" : ""}${khmer}`,
    source,
    sure: sure ? Math.round(sure * 100) : null,
    suggestion: found && found !== khmer ? `*${found}` : null,
  };
}

/** The work list of Khmer names, and the bulk run that guesses the missing ones. */
export default async function KhmerNamesPage({ searchParams }: PageProps<"/khmer-names">) {
  const actor = await requirePage("people:edit");
  const query = await searchParams;
  const filter = loadKhmerNameListParams(query);
  const [page, t, format] = await Promise.all([
    listKhmerNames(actor, filter),
    getTranslations("khmerName"),
    getFormat(),
  ]);
  const sources = ["USER", "APPROXIMATED", "LEGACY", "VERIFIED", "IMPORT"] as const;
  const columns: Column<Extract<keyof Line, string>>[] = [
    { key: "number", label: t("list.number"), kind: "code", fixed: true, phone: "aside" },
    { key: "name", label: t("list.name"), kind: "person", fixed: true, phone: "title" },
    { key: "khmer", label: t("list.khmer"), kind: "text", fixed: true, phone: "line" },
    {
      key: "source",
      label: t("list.source"),
      kind: "badge",
      fixed: true,
      badges: Object.fromEntries(
        sources.map((source) => [source, { label: t(`list.sources.${source}`), tone: "neutral" as const }]),
      ),
      phone: "hidden",
    },
    { key: "suggestion", label: t("list.suggestion"), kind: "text", fixed: true, phone: "line" },
    { key: "sure", label: t("list.sure"), kind: "percent", fixed: true, phone: "line" },
  ];
  return (
    <>
      <PageHeader
        title={t("list.title")}
        detail={format.number(page.total) + (page.totalIsExact ? "" : "+")}
        description={t("list.lead")}
        actions={
          can(actor, suggestKhmerNames.permission) && (
            <ClientMessages namespaces={["forms", "khmerName.run"]}>
              <SuggestButton confidences={CONFIDENCES} />
            </ClientMessages>
          )
        }
      />
      <DataTable<Line>
        name="khmer-names"
        caption={t("list.caption")}
        columns={columns}
        rows={page.rows.map(toLine)}
        path={PATH}
        params={flatParams(query)}
        page={page}
        filters={[
          {
            key: "task",
            label: t("list.task"),
            options: KHMER_NAME_TASKS.map((value) => ({ value, label: t(`list.tasks.${value}`) })),
          },
        ]}
        empty={
          <EmptyState icon="languages" title={t("list.emptyTitle")}>
            {t("list.emptyText")}
          </EmptyState>
        }
      />
    </>
  );
}
