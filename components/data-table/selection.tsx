"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import type { UrlParams } from "@/lib/platform/url/href";

export type Selection = {
  /** The rows with a mark on this page; none while everything that matches is selected. */
  ids: readonly string[];
  /** Everything that matches what the list is narrowed by, on all its pages. */
  all: boolean;
  /** How many are selected; of a very long list at least so many. */
  count: number;
  /** What the list is narrowed and sorted by, as in its address, without the page. */
  params: UrlParams;
  clear(): void;
};

const SelectionContext = createContext<Selection>({
  ids: [],
  all: false,
  count: 0,
  params: {},
  clear: () => {},
});

/** What is selected in the table around this component: for the buttons of the bulk bar. @public */
export function useSelection(): Selection {
  return use(SelectionContext);
}

/** The state of a list without what says where in it one is: two pages of one list have the same. */
export function listState(params: UrlParams): UrlParams {
  const { page: _page, size: _size, columns: _columns, ...state } = params;
  return state;
}

/** Selection of the rows of one page, as ids, or of everything that matches. Shift extends from the last row touched. */
export function useRowSelection(pageIds: readonly string[], params: UrlParams) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const [allOf, setAllOf] = useState<string | null>(null);
  const list = useMemo(() => JSON.stringify(listState(params)), [params]);
  // Everything of another search is something else.
  const all = allOf === list;

  // What is no longer on the page cannot be seen, and what cannot be seen must not be changed in bulk.
  const visible = useMemo(
    () => (all ? pageIds : pageIds.filter((id) => selected.has(id))),
    [all, pageIds, selected],
  );

  const toggle = useCallback(
    (id: string, extend = false) => {
      setAllOf(null);
      setSelected((before) => {
        const next = new Set(all ? pageIds : before);
        const [from, to] = [anchor === null ? -1 : pageIds.indexOf(anchor), pageIds.indexOf(id)];
        const ids = extend && from >= 0 ? pageIds.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
        const add = !next.has(id);
        for (const each of ids) add ? next.add(each) : next.delete(each);
        return next;
      });
      setAnchor(id);
    },
    [all, anchor, pageIds],
  );
  const toggleAll = useCallback(() => {
    setAllOf(null);
    setSelected((before) => (all || pageIds.every((id) => before.has(id)) ? new Set() : new Set(pageIds)));
  }, [all, pageIds]);
  const selectAll = useCallback(() => setAllOf(list), [list]);
  const clear = useCallback(() => {
    setAllOf(null);
    setSelected(new Set());
  }, []);
  return { visible, all, toggle, toggleAll, selectAll, clear };
}

type ProviderProps = { value: Selection; children: ReactNode };

export function SelectionProvider({ value, children }: ProviderProps) {
  return <SelectionContext value={value}>{children}</SelectionContext>;
}
