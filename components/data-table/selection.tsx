"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";

type Selection = {
  ids: readonly string[];
  clear(): void;
};

const SelectionContext = createContext<Selection>({ ids: [], clear: () => {} });

/** The selected rows of the table around this component: for the buttons of the bulk bar. @public */
export function useSelection(): Selection {
  return use(SelectionContext);
}

/** Selection of the rows of one page, as ids. Shift extends from the last row touched. */
export function useRowSelection(pageIds: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);

  // What is no longer on the page cannot be seen, and what cannot be seen must not be changed in bulk.
  const visible = useMemo(() => pageIds.filter((id) => selected.has(id)), [pageIds, selected]);

  const toggle = useCallback(
    (id: string, extend = false) => {
      setSelected((before) => {
        const next = new Set(before);
        const [from, to] = [anchor === null ? -1 : pageIds.indexOf(anchor), pageIds.indexOf(id)];
        const ids = extend && from >= 0 ? pageIds.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
        const add = !before.has(id);
        for (const each of ids) add ? next.add(each) : next.delete(each);
        return next;
      });
      setAnchor(id);
    },
    [anchor, pageIds],
  );
  const toggleAll = useCallback(
    () => setSelected((before) => (pageIds.every((id) => before.has(id)) ? new Set() : new Set(pageIds))),
    [pageIds],
  );
  const clear = useCallback(() => setSelected(new Set()), []);
  return { visible, toggle, toggleAll, clear };
}

type ProviderProps = { ids: readonly string[]; clear(): void; children: ReactNode };

export function SelectionProvider({ ids, clear, children }: ProviderProps) {
  const value = useMemo(() => ({ ids, clear }), [ids, clear]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
}
