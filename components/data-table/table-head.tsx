import { useTranslations } from "next-intl";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { type Sort, sortText } from "@/lib/platform/url/list-params";
import type { Column } from "./columns";

type Props = {
  columns: readonly Column[];
  classes: readonly (string | undefined)[];
  sort: Sort | undefined;
  path: string;
  params: UrlParams;
  /** Undefined when rows cannot be selected. */
  all: { checked: boolean; some: boolean } | undefined;
};

/** The heading row. Sorting is a link, so that it works without script and can be opened in a new tab. */
export function TableHead({ columns, classes, sort, path, params, all }: Props) {
  const t = useTranslations("table");
  return (
    <thead>
      <tr>
        {all && (
          <th className="sel">
            <input
              type="checkbox"
              aria-label={t("selectPage")}
              checked={all.checked}
              readOnly
              ref={(box) => {
                if (box) box.indeterminate = all.some && !all.checked;
              }}
            />
          </th>
        )}
        {columns.map((column, index) => {
          const active = sort?.column === column.key ? sort.direction : undefined;
          const next = { column: column.key, direction: active === "asc" ? "desc" : "asc" } as const;
          return (
            <th
              key={column.key}
              scope="col"
              className={classes[index]}
              aria-sort={active && (active === "asc" ? "ascending" : "descending")}
            >
              {column.sortable ? (
                <a href={listHref(path, params, { sort: sortText(next) })} className="dt-sort">
                  {column.label}
                </a>
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
