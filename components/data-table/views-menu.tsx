"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import type { ViewRow } from "@/lib/platform/views/schemas";
import { COLUMNS_PARAM } from "./chosen";
import { Menu } from "./menu";
import { listState } from "./selection";

// Rare: the form comes when somebody saves or changes a view.
const ViewDialog = dynamic(() => import("./view-dialog").then((module) => module.ViewDialog), { ssr: false });

export type ViewTexts = Record<string, string>;
type Loaded = { views: ViewRow[]; texts: ViewTexts };
type Props = {
  list: string;
  path: string;
  params: UrlParams;
  /** The columns that the person chose; null as long as they are those of everybody. */
  columns: readonly string[] | null;
};

const sorted = (params: Readonly<Record<string, string>>) => {
  const { view: _view, ...rest } = params;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The saved views of a list: opened by a click, saved from what is shown now. Fetched when the menu opens. */
export function ViewsMenu({ list, path, params, columns }: Props) {
  const t = useTranslations("table");
  const [loaded, setLoaded] = useState<Loaded | "failed" | null>(null);
  const [edited, setEdited] = useState<ViewRow | "new" | null>(null);
  const { view: _view, ...state } = listState(params);
  const now = columns ? { ...state, [COLUMNS_PARAM]: columns.join(".") } : state;

  async function load() {
    try {
      const answer = await fetch(`/api/v1/views?list=${list}`);
      if (!answer.ok) throw new Error(String(answer.status));
      setLoaded((await answer.json()) as Loaded);
    } catch {
      setLoaded("failed");
    }
  }

  function entries() {
    if (loaded === null) return <li className="dt-note">{t("loading")}</li>;
    if (loaded === "failed") return <li className="dt-note">{t("notLoaded")}</li>;
    const { views, texts } = loaded;
    const mine = views.filter((view) => view.by === null);
    const others = views.filter((view) => view.by !== null);
    const here = sorted(now);
    const entry = (view: ViewRow) => (
      <li key={view.id} className="dt-view">
        <a
          href={listHref(path, view.params, { view: "off" })}
          aria-current={sorted(view.params) === here || undefined}
        >
          <span>
            {view.name}
            {(view.isDefault || view.by) && (
              <small>{view.by ? texts.by?.replace("{name}", view.by) : texts.isDefault}</small>
            )}
          </span>
        </a>
        {view.by === null && (
          <button
            type="button"
            aria-label={texts.edit?.replace("{name}", view.name)}
            onClick={() => setEdited(view)}
          >
            ✎
          </button>
        )}
      </li>
    );
    return (
      <>
        <li>
          <a href={listHref(path, {}, { view: "off" })} aria-current={here === sorted({}) || undefined}>
            {texts.everything}
          </a>
        </li>
        {views.length === 0 && <li className="dt-note">{texts.none}</li>}
        {mine.length > 0 && <li className="dt-heading">{texts.mine}</li>}
        {mine.map(entry)}
        {others.length > 0 && <li className="dt-heading">{texts.shared}</li>}
        {others.map(entry)}
        <li className="dt-save">
          <button type="button" onClick={() => setEdited("new")}>
            {texts.save}
          </button>
        </li>
      </>
    );
  }

  return (
    <>
      <Menu label={t("views")} className="dt-filter dt-views" onOpen={load}>
        {entries}
      </Menu>
      {edited !== null && loaded !== null && loaded !== "failed" && (
        <ViewDialog
          key={edited === "new" ? "new" : edited.id}
          list={list}
          view={edited === "new" ? null : edited}
          now={now}
          texts={loaded.texts}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
