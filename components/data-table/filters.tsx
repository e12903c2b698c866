"use client";

import { useTranslations } from "next-intl";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { Menu } from "./menu";

/** A filter of the list: its parameter in the URL and what can be chosen. */
export type Filter = {
  key: string;
  label: string;
  /** None for a span of years. */
  options: readonly { value: string; label: string }[];
  /** Several values at once, `status=ACTIVE,FROZEN`. */
  multiple?: boolean;
  /** A span of years instead of choices, `born=1998-2004`. */
  years?: boolean;
  /** Stands in no menu of its own but under "More"; named here because it narrows the list now. */
  more?: boolean;
};

type Props = { filters: readonly Filter[]; path: string; params: UrlParams };

function valuesOf(filter: Filter, params: UrlParams): string[] {
  const text = params[filter.key];
  if (!text) return [];
  return filter.multiple && !filter.years ? text.split(",") : [text];
}

function toggled(filter: Filter, active: readonly string[], value: string): string | null {
  if (!filter.multiple) return active.includes(value) ? null : value;
  const next = active.includes(value) ? active.filter((each) => each !== value) : [...active, value];
  // One order whatever the order of clicks, so that a shared address is the same address.
  return (
    filter.options
      .map((option) => option.value)
      .filter((each) => next.includes(each))
      .join(",") || null
  );
}

/** The choices of a filter as links, so that each can be opened in a new tab and shared. */
export function FilterChoices({ filter, path, params }: { filter: Filter } & Omit<Props, "filters">) {
  const active = valuesOf(filter, params);
  return filter.options.map((option) => (
    <li key={option.value}>
      <a
        href={listHref(path, params, { [filter.key]: toggled(filter, active, option.value) })}
        aria-current={active.includes(option.value) || undefined}
      >
        {option.label}
      </a>
    </li>
  ));
}

/** A button per filter. */
export function FilterMenus({ filters, path, params }: Props) {
  return filters
    .filter((filter) => !filter.more)
    .map((filter) => (
      <Menu
        key={filter.key}
        label={filter.label}
        active={valuesOf(filter, params).length > 0}
        stay={filter.multiple}
      >
        {() => <FilterChoices filter={filter} path={path} params={params} />}
      </Menu>
    ));
}

/** What the list is narrowed by, one chip a value; each is a link that takes it away. */
export function FilterChips({ filters, path, params }: Props) {
  const t = useTranslations("table");
  const chips = filters.flatMap((filter) => {
    const active = valuesOf(filter, params);
    return active.map((value) => ({
      key: `${filter.key}:${value}`,
      text: t("chip", {
        filter: filter.label,
        value: filter.options.find((option) => option.value === value)?.label ?? value,
      }),
      href: listHref(path, params, { [filter.key]: toggled(filter, active, value) }),
    }));
  });
  if (chips.length === 0) return null;
  const cleared = Object.fromEntries(filters.map((filter) => [filter.key, null]));
  return (
    <ul className="dt-chips" aria-label={t("filters")}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a href={chip.href} aria-label={t("removeFilter", { filter: chip.text })}>
            {chip.text} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a href={listHref(path, params, cleared)} className="dt-clear">
            {t("clearFilters")}
          </a>
        </li>
      )}
    </ul>
  );
}
