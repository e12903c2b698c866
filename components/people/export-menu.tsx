"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/data-table/menu";
import { useTableState } from "@/components/data-table/table-state";
import type { PeopleList } from "@/lib/people/lists/kinds";
import type { ExportFormat } from "@/lib/people/lists/schemas";

// What it takes to ask for a file comes when somebody looks for it.
const ExportEntry = dynamic(() => import("./export-entry").then((module) => module.ExportEntry), {
  ssr: false,
});
const PrintListEntry = dynamic(
  () => import("@/components/documents/print-list-entry").then((module) => module.PrintListEntry),
  { ssr: false },
);

type Props = {
  list: PeopleList;
  /** Filters in words, for who may print the list; null: no printing. */
  print: readonly string[] | null;
};

/** Takes the list away as it is seen: same people, order and columns, as a workbook or as CSV. */
export function ExportMenu({ list, print }: Props) {
  const t = useTranslations("table.export");
  const { columns, params, total, isExact } = useTableState();
  const choices: [ExportFormat, readonly string[] | null, string][] = [
    ["xlsx", columns, t("xlsx")],
    ["csv", columns, t("csv")],
    ["xlsx", null, t("xlsxAll")],
    ["csv", null, t("csvAll")],
  ];
  return (
    <Menu label={t("button")}>
      {() => (
        <>
          {choices.map(([format, shown, label]) => (
            <li key={label}>
              <ExportEntry
                ask={{ list, format, params, columns: shown, ids: null }}
                rows={isExact ? total : Number.POSITIVE_INFINITY}
              >
                {label}
              </ExportEntry>
            </li>
          ))}
          {print && (
            <li>
              <PrintListEntry list={list} words={print} />
            </li>
          )}
        </>
      )}
    </Menu>
  );
}
