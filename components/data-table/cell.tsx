import type { ReactNode } from "react";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { Column, PersonValue, Row } from "./columns";

/** Renders a cell of a "custom" column; registered by the client wrapper of a table. */
export type Renderers<R extends Row = Row> = Record<string, (row: R) => ReactNode>;

const DASH = <span className="dt-none">—</span>;

function person(value: PersonValue, format: Formatter): ReactNode {
  const other = format.otherName(value);
  // An approximated Khmer name carries an asterisk until somebody confirms it (domain.md 2.2).
  const mark = value.approximated && other ? "*" : "";
  if (format.locale === "km") {
    return (
      <>
        {mark + format.name(value)}
        {other && <small lang="en">{other}</small>}
      </>
    );
  }
  return (
    <>
      {format.name(value)}
      {other && <small lang="km">{mark + other}</small>}
    </>
  );
}

/** The content of one cell, by the kind of its column. */
export function cellContent<R extends Row>(
  column: Column,
  row: R,
  format: Formatter,
  renderers: Renderers<R> | undefined,
): ReactNode {
  if (column.kind === "custom") return renderers?.[column.renderer]?.(row) ?? DASH;
  const value = (row as Record<string, unknown>)[column.key];
  if (value === null || value === undefined || value === "") return DASH;
  switch (column.kind) {
    case "text":
    case "code":
      return String(value);
    case "number":
      return format.number(value as number | string);
    case "percent":
      return format.percent(value as number | string);
    case "money":
      return format.money(String(value), column.currency);
    case "date":
      return format.date(String(value), column.style);
    case "datetime":
      return format.dateTime(String(value));
    case "time":
      return format.time(Number(value));
    case "person":
      return person(value as PersonValue, format);
    case "list":
      return (value as string[]).join(", ") || DASH;
    case "flag":
      return value === true ? "✓" : DASH;
    case "badge": {
      const badge = column.badges[String(value)];
      if (badge?.tone === "plain") return badge.label;
      return badge ? <span className={`dt-badge dt-${badge.tone}`}>{badge.label}</span> : String(value);
    }
    case "link": {
      const href = (row as Record<string, unknown>)[column.hrefKey];
      return typeof href === "string" ? <a href={href}>{String(value)}</a> : String(value);
    }
  }
}
