import { memo } from "react";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { cellContent, type Renderers } from "./cell";
import type { Column, Row } from "./columns";

/** Classes of a column's cells: what the style sheet needs to know, nothing more (50 × 9 of them are sent). */
export function cellClass(column: Column): string | undefined {
  const classes = [];
  if (column.kind === "number" || column.kind === "money" || column.kind === "percent") classes.push("n");
  if (column.kind === "code" || column.kind === "time") classes.push("c");
  if (column.kind === "person") classes.push("p");
  if (column.phone) classes.push(`ph-${column.phone}`);
  return classes.join(" ") || undefined;
}

type Props<R extends Row> = {
  row: R;
  columns: readonly Column[];
  classes: readonly (string | undefined)[];
  format: Formatter;
  renderers: Renderers<R> | undefined;
  /** Undefined when rows cannot be selected. */
  selected: boolean | undefined;
  selectLabel: string;
};

function RowView<R extends Row>({
  row,
  columns,
  classes,
  format,
  renderers,
  selected,
  selectLabel,
}: Props<R>) {
  return (
    <tr aria-selected={selected || undefined}>
      {selected !== undefined && (
        <td className="sel">
          <input type="checkbox" aria-label={selectLabel} value={row.id} checked={selected} readOnly />
        </td>
      )}
      {columns.map((column, index) => {
        const content = cellContent(column, row, format, renderers);
        return (
          <td key={column.key} className={classes[index]}>
            {index === 0 && row.href ? (
              <a className="dt-open" href={row.href}>
                {content}
              </a>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** One row; drawn again only when it or its selection changes. */
export const MemoRow = memo(RowView) as typeof RowView;
