"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useSelection } from "@/components/data-table/selection";
import { useTableState } from "@/components/data-table/table-state";
import type { PeopleList } from "@/lib/people/lists/kinds";

// What it takes to ask for a file comes when somebody looks for it.
const ExportEntry = dynamic(() => import("./export-entry").then((module) => module.ExportEntry), {
  ssr: false,
});

/** Takes the selected people out as a workbook with the columns that are shown. */
export function ExportSelected({ list }: { list: PeopleList }) {
  const t = useTranslations("table.export");
  const { columns, isExact } = useTableState();
  const { ids, all, count, params } = useSelection();
  return (
    <ExportEntry
      ask={{ list, format: "xlsx", params, columns, ids: all ? null : ids }}
      rows={all && !isExact ? Number.POSITIVE_INFINITY : count}
      className="dt-button"
    >
      {t("selected")}
    </ExportEntry>
  );
}
