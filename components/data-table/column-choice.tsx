"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { COLUMNS_PARAM, columnCookie } from "./chosen";
import type { Column } from "./columns";
import { Menu } from "./menu";

type Props = {
  table: string;
  columns: readonly Column[];
  shown: readonly string[];
  path: string;
  params: UrlParams;
  onChange(chosen: readonly string[]): void;
};

const YEAR_S = 31_536_000;

/** Which columns are seen. Remembered in a cookie, so that the server draws the table right the next time. */
export function ColumnChoice({ table, columns, shown, path, params, onChange }: Props) {
  const t = useTranslations("table");
  const router = useRouter();
  const choosable = columns.filter((column) => !column.fixed);

  function toggle({ key, fetched }: Column) {
    const isShown = shown.includes(key);
    const chosen = isShown ? shown.filter((each) => each !== key) : [...shown, key];
    // biome-ignore lint/suspicious/noDocumentCookie: the cookieStore API is missing in browsers that students have.
    document.cookie = `${columnCookie(table)}=${chosen.join(".")}; path=/; max-age=${YEAR_S}; samesite=lax`;
    onChange(chosen);
    if (params[COLUMNS_PARAM]) {
      const { page = null } = params;
      router.replace(listHref(path, params, { [COLUMNS_PARAM]: chosen.join("."), page }), { scroll: false });
    } else if (fetched && !isShown) router.refresh();
  }

  return (
    <Menu label={t("columns")} stay className="dt-filter dt-columns">
      {() =>
        choosable.map((column) => (
          <li key={column.key}>
            <label>
              <input type="checkbox" checked={shown.includes(column.key)} onChange={() => toggle(column)} />
              {column.label}
            </label>
          </li>
        ))
      }
    </Menu>
  );
}
