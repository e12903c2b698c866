"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { UrlParams } from "@/lib/platform/url/href";
import type { PageState } from "./pager";
import { listState, SelectionProvider, type useRowSelection } from "./selection";

type Props = {
  selection: ReturnType<typeof useRowSelection>;
  page: PageState | undefined;
  /** Rows on this page. */
  rows: number;
  params: UrlParams;
  /** The buttons. */
  children: ReactNode;
};

/** The bar of bulk actions: how many are selected, everything that matches in one step, and the buttons of the list. */
export function BulkBar({ selection, page, rows, params, children }: Props) {
  const t = useTranslations("table");
  const format = useFormat();
  const { visible, all, clear, selectAll } = selection;
  const total = page?.total ?? rows;
  const value = useMemo(
    () => ({
      ids: all ? [] : visible,
      all,
      count: all ? total : visible.length,
      params: listState(params),
      clear,
    }),
    [all, visible, total, params, clear],
  );
  if (visible.length === 0) return null;
  const totalText = format.number(total) + (page?.totalIsExact === false ? "+" : "");
  return (
    <section className="dt-bulk" aria-label={t("bulk")} data-print="hide">
      <output>
        {all ? t("selectedAll", { total: totalText }) : t("selected", { count: visible.length })}
      </output>
      {!all && visible.length === rows && total > rows && (
        <button type="button" className="dt-link" onClick={selectAll}>
          {t("selectAll", { total: totalText })}
        </button>
      )}
      <SelectionProvider value={value}>
        <div className="contents">{children}</div>
      </SelectionProvider>
      <button type="button" onClick={clear}>
        {t("clearSelection")}
      </button>
    </section>
  );
}
