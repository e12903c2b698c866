"use client";

import { type RefObject, useEffect, useRef } from "react";
import { isTyping, moveRow, shortcutsEnabled } from "./keys";

type Options = {
  root: RefObject<HTMLElement | null>;
  searchInput: RefObject<HTMLInputElement | null>;
  onToggle?: (id: string, extend: boolean) => void;
  onClear?: () => void;
};

/**
 * The keyboard of a list: arrows move between rows, Home and End to the ends, Enter opens (the focused link does),
 * `x` selects, `X` selects from the last one to here, Escape selects nothing, `/` goes to the search, arrow down leaves
 * it for the first row.
 */
export function useListKeys({ root, searchInput, onToggle, onClear }: Options) {
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  const clear = useRef(onClear);
  clear.current = onClear;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const list = root.current;
      if (!list || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const fromSearch = event.target === searchInput.current;
      if (fromSearch && event.key === "ArrowDown") {
        if (moveRow(list, "first")) event.preventDefault();
        return;
      }
      if (isTyping(event.target)) return;
      if (event.key === "/" && searchInput.current && shortcutsEnabled()) {
        event.preventDefault();
        searchInput.current.focus();
        searchInput.current.select();
        return;
      }
      const inside = event.target instanceof Node && list.contains(event.target);
      const inRow = inside && (event.target as HTMLElement).closest("tbody tr") !== null;
      // With nothing focused the arrows scroll the page as everywhere; inside the rows they are the cursor.
      if (!inRow) return;
      const step = ({ ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" } as const)[event.key];
      if (step !== undefined && moveRow(list, step)) {
        event.preventDefault();
        return;
      }
      if (event.key === "Escape" && toggle.current) clear.current?.();
      if ((event.key === "x" || event.key === "X") && toggle.current) {
        const box = (event.target as HTMLElement)
          .closest("tr")
          ?.querySelector<HTMLInputElement>(".sel input");
        if (box) {
          event.preventDefault();
          toggle.current(box.value, event.key === "X");
        }
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [root, searchInput]);
}
