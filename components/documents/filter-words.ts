import type { Filter } from "@/components/data-table/filters";
import type { UrlParams } from "@/lib/platform/url/href";

/** What a list is narrowed by, in the reader's words: "Status: Active, Frozen". A search comes first. */
export function filterWords(filters: readonly Filter[], params: UrlParams, searchLabel: string): string[] {
  const narrowed = filters.flatMap((filter) => {
    const text = params[filter.key];
    if (!text) return [];
    const labels = filter.years
      ? [text]
      : (filter.multiple ? text.split(",") : [text]).map(
          (value) => filter.options.find((option) => option.value === value)?.label ?? value,
        );
    return [`${filter.label}: ${labels.join(", ")}`];
  });
  return params.q ? [`${searchLabel}: “${params.q}”`, ...narrowed] : narrowed;
}
