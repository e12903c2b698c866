import { getTranslations } from "next-intl/server";
import { statusBadges } from "@/components/change-sets/status-badges";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import type { ImportSummary } from "@/lib/people/imports/summary";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import type { Page } from "@/lib/platform/db/paging";
import type { UrlParams } from "@/lib/platform/url/href";

type Line = {
  id: number;
  href: string;
  file: string;
  who: string;
  when: string;
  status: string;
  rows: number | null;
  added: number | null;
  rejected: number | null;
};

function toLine(set: ChangeSetDto, path: string): Line {
  const summary = (set.outcome ?? set.preview)?.summary as unknown as ImportSummary | undefined;
  return {
    id: set.id,
    href: `${path}/${set.id}`,
    file: set.title,
    who: set.createdBy.name,
    when: set.createdAt,
    status: set.status,
    rows: summary?.rows ?? null,
    added: summary?.added ?? null,
    rejected: summary?.rejected ?? null,
  };
}

type Props = { imports: Page<ChangeSetDto>; path: string; params: UrlParams };

/** The lists of a kind that were loaded, or begun, before. */
export async function RecentImports({ imports, path, params }: Props) {
  const [t, c] = await Promise.all([
    getTranslations("import.recent"),
    getTranslations("changeSets.statuses"),
  ]);
  const badges = statusBadges((status) => c(status));
  const columns: Column<keyof Line>[] = [
    { key: "file", label: t("file"), kind: "text", fixed: true, phone: "title" },
    { key: "status", label: t("status"), kind: "badge", badges, fixed: true, phone: "aside" },
    { key: "rows", label: t("rows"), kind: "number", fixed: true, phone: "line" },
    { key: "added", label: t("added"), kind: "number", fixed: true, phone: "hidden" },
    { key: "rejected", label: t("rejected"), kind: "number", fixed: true, phone: "hidden" },
    { key: "who", label: t("who"), kind: "text", fixed: true, phone: "line" },
    { key: "when", label: t("when"), kind: "datetime", fixed: true, phone: "line" },
  ];
  return (
    <DataTable
      name="imports"
      caption={t("caption")}
      columns={columns}
      rows={imports.rows.map((set) => toLine(set, path))}
      path={path}
      params={params}
      page={imports}
      empty={
        <EmptyState icon="upload" title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      }
    />
  );
}
