"use client";

import { useTranslations } from "next-intl";
import { useSelection } from "@/components/data-table/selection";
import { useTableState } from "@/components/data-table/table-state";
import type { PeopleList } from "@/lib/people/lists/kinds";
import { ExportEntry } from "./export-entry";

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
