"use client";

import { useTranslations } from "next-intl";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import { Menu } from "./menu";

/** A filter of the list: its parameter in the URL and what can be chosen. */
export type Filter = {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Several values at once, `status=ACTIVE,FROZEN`. */
  multiple?: boolean;
};

type Props = { filters: readonly Filter[]; path: string; params: UrlParams };

function valuesOf(filter: Filter, params: UrlParams): string[] {
  const text = params[filter.key];
  if (!text) return [];
  return filter.multiple ? text.split(",") : [text];
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

/** A button per filter; its choices are links, so that each can be opened in a new tab and shared. */
export function FilterMenus({ filters, path, params }: Props) {
  return filters.map((filter) => {
    const active = valuesOf(filter, params);
    return (
      <Menu key={filter.key} label={filter.label} active={active.length > 0} stay={filter.multiple}>
        {() =>
          filter.options.map((option) => (
            <li key={option.value}>
              <a
                href={listHref(path, params, { [filter.key]: toggled(filter, active, option.value) })}
                aria-current={active.includes(option.value) || undefined}
              >
                {option.label}
              </a>
            </li>
          ))
        }
      </Menu>
    );
  });
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
