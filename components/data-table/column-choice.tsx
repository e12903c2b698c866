"use client";

import { useTranslations } from "next-intl";
import { type Column, columnCookie } from "./columns";
import { Menu } from "./menu";

type Props = {
  table: string;
  columns: readonly Column[];
  shown: readonly string[];
  onChange(chosen: readonly string[]): void;
};

const YEAR_S = 31_536_000;

/** Which columns are seen. Remembered in a cookie, so that the server draws the table right the next time. */
export function ColumnChoice({ table, columns, shown, onChange }: Props) {
  const t = useTranslations("table");
  const choosable = columns.filter((column) => !column.fixed);

  function toggle(key: string) {
    const chosen = shown.includes(key) ? shown.filter((each) => each !== key) : [...shown, key];
    // biome-ignore lint/suspicious/noDocumentCookie: the cookieStore API is missing in browsers that students have.
    document.cookie = `${columnCookie(table)}=${chosen.join(".")}; path=/; max-age=${YEAR_S}; samesite=lax`;
    onChange(chosen);
  }

  return (
    <Menu label={t("columns")} stay className="dt-filter dt-columns">
      {() =>
        choosable.map((column) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                checked={shown.includes(column.key)}
                onChange={() => toggle(column.key)}
              />
              {column.label}
            </label>
          </li>
        ))
      }
    </Menu>
  );
}
