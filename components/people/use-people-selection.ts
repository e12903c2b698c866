"use client";

import { useSelection } from "@/components/data-table/selection";
import type { PeopleList } from "@/lib/people/lists/kinds";
import type { PeopleSelection } from "@/lib/people/selection";

/** What is selected in the list around this component, as commands take it (lib/people/selection.ts). */
export function usePeopleSelection(list: PeopleList): {
  selection: PeopleSelection;
  count: number;
  clear(): void;
} {
  const { ids, all, params, count, clear } = useSelection();
  const selection: PeopleSelection = all
    ? { kind: "list", list, params: { ...params } }
    : { kind: "ids", list, ids: ids.map(Number) };
  return { selection, count, clear };
}
