import { useTranslations } from "next-intl";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { pageWindow } from "./page-window";

export type PageState = { page: number; pageSize: number; total: number; totalIsExact: boolean };

type Props = PageState & { shown: number; path: string; params: UrlParams };

/** Numbered pages and what part of the whole is seen: registrars count. */
export function Pager({ page, pageSize, total, totalIsExact, shown, path, params }: Props) {
  const t = useTranslations("table");
  const format = useFormat();
  // An empty list says so itself.
  if (shown === 0 && page === 1) return null;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const href = (number: number) => listHref(path, params, { page: number === 1 ? null : number });
  const hasNext = totalIsExact ? page < pages : shown === pageSize;
  const totalText = format.number(total) + (totalIsExact ? "" : "+");
  return (
    <nav className="dt-pager" aria-label={t("pages")}>
      <p>
        {shown === 0
          ? t("nothingHere")
          : t("range", { from: format.number(from), to: format.number(from + shown - 1), total: totalText })}
      </p>
      {(pages > 1 || page > 1) && (
        <ul>
          <li>
            {page > 1 ? (
              <a href={href(Math.min(page - 1, pages))} rel="prev">
                {t("previous")}
              </a>
            ) : (
              <span aria-disabled="true">{t("previous")}</span>
            )}
          </li>
          {pageWindow(page, pages).map((entry, index, all) =>
            entry === "gap" ? (
              <li key={`gap-after-${all[index - 1]}`} className="dt-number" aria-hidden="true">
                …
              </li>
            ) : (
              <li key={entry} className="dt-number">
                <a
                  href={href(entry)}
                  aria-label={t("page", { page: format.number(entry) })}
                  aria-current={entry === page ? "page" : undefined}
                >
                  {format.number(entry)}
                </a>
              </li>
            ),
          )}
          <li>
            {hasNext ? (
              <a href={href(page + 1)} rel="next">
                {t("next")}
              </a>
            ) : (
              <span aria-disabled="true">{t("next")}</span>
            )}
          </li>
        </ul>
      )}
    </nav>
  );
}
