"use client";

import { useEffect, useRef } from "react";
import { isTyping, shortcutsEnabled } from "@/components/data-table/keys";

/**
 * Single letters as shortcuts of a page. Silent while somebody types, while a dialog or a menu is open (a notice is
 * neither), and for whoever turned them off.
 * @param onKey gets the letter; says whether it meant something
 */
export function useLetterKeys(onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!shortcutsEnabled() || isTyping(event.target)) return;
      if (document.querySelector("dialog[open], [popover]:not([popover=manual]):popover-open")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
