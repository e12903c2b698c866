"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { type Filter, FilterChoices } from "./filters";
import { Menu } from "./menu";

type Props = {
  /** Address that gives the filters as `{ filters }`. */
  from: string;
  active: boolean;
  path: string;
  params: UrlParams;
  onGo(href: string): void;
};

/** The rarer filters of a list. They are fetched when somebody opens the menu: few do, and every page would carry them. */
export function MoreFilters({ from, active, path, params, onGo }: Props) {
  const t = useTranslations("table");
  const [filters, setFilters] = useState<readonly Filter[] | "failed" | null>(null);

  async function load() {
    if (Array.isArray(filters)) return;
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(String(answer.status));
      setFilters(((await answer.json()) as { filters: Filter[] }).filters);
    } catch {
      setFilters("failed");
    }
  }

  return (
    <Menu label={t("moreFilters")} active={active} stay onOpen={load}>
      {() => {
        if (filters === null) return <li className="dt-note">{t("loading")}</li>;
        if (filters === "failed") return <li className="dt-note">{t("notLoaded")}</li>;
        return (filters as readonly Filter[]).map((filter) => (
          <li key={filter.key} className="dt-more">
            <details open={params[filter.key] !== undefined}>
              <summary>{filter.label}</summary>
              {filter.years ? (
                <YearsForm filter={filter} path={path} params={params} onGo={onGo} />
              ) : (
                <ul>
                  <FilterChoices filter={filter} path={path} params={params} />
                </ul>
              )}
            </details>
          </li>
        ));
      }}
    </Menu>
  );
}

type YearsProps = { filter: Filter; path: string; params: UrlParams; onGo(href: string): void };

/** From which year to which; either may stay empty. */
function YearsForm({ filter, path, params, onGo }: YearsProps) {
  const t = useTranslations("table");
  const [first = "", last = first] = (params[filter.key] ?? "").split("-");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [from, to] = ["from", "to"].map((name) => data.get(name)?.toString() ?? "");
    const span = from === to ? from : `${from}-${to}`;
    onGo(listHref(path, params, { [filter.key]: span === "-" ? null : span }));
  }

  const year = (name: "from" | "to", value: string) => (
    <label>
      {t(name)}
      <input type="number" name={name} defaultValue={value} min={1900} max={2199} inputMode="numeric" />
    </label>
  );
  return (
    <form onSubmit={submit} className="dt-years">
      {year("from", first)}
      {year("to", last)}
      <button type="submit">{t("show")}</button>
    </form>
  );
}
