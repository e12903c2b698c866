import { getTranslations } from "next-intl/server";
import { tableText } from "@/components/audit/describe";
import { Section } from "@/components/layout/section";
import type { ChangeCount, ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

const OPERATIONS = ["INSERT", "UPDATE", "DELETE"] as const;

/** Rows by record and kind of change. */
export async function CountTable({ set }: { set: ChangeSetDto }) {
  const counts = (set.outcome ?? set.preview)?.counts ?? [];
  if (counts.length === 0) return null;
  const [t, history, format] = await Promise.all([
    getTranslations("changeSets.counts"),
    getTranslations("history"),
    getFormat(),
  ]);
  const tables = [...new Set(counts.map((count) => count.table))];
  const rowsOf = (match: (count: ChangeCount) => boolean) =>
    counts.filter(match).reduce((sum, count) => sum + count.rows, 0);
  const cell = (rows: number) => (rows > 0 ? format.number(rows) : "—");
  const shown = OPERATIONS.filter((operation) => counts.some((count) => count.operation === operation));
  return (
    <Section title={set.outcome ? t("titleApplied") : t("title")} framed className="max-w-2xl">
      <table className="tabular w-full text-sm [&_td]:px-4 [&_td]:py-cell [&_th]:px-4 [&_th]:py-2">
        <thead className="border-b text-left text-muted-foreground text-xs">
          <tr>
            <th scope="col" className="font-medium">
              {t("table")}
            </th>
            {shown.map((operation) => (
              <th key={operation} scope="col" className="text-right font-medium">
                {t(operation)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {tables.map((table) => (
            <tr key={table}>
              <th scope="row" className="text-left font-normal">
                {tableText(table, loose(history))}
              </th>
              {shown.map((operation) => (
                <td key={operation} className="text-right">
                  {cell(rowsOf((count) => count.table === table && count.operation === operation))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t font-medium">
          <tr>
            <th scope="row" className="text-left font-medium">
              {t("total")}
            </th>
            {shown.map((operation) => (
              <td key={operation} className="text-right">
                {cell(rowsOf((count) => count.operation === operation))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
