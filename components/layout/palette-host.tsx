"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { PaletteProps } from "./palette";

const load = () => import("./palette").then((module) => module.Palette);
const Palette = dynamic(load, { ssr: false });

function wantsKeysItself(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, dialog[open], [popover]:popover-open") !== null)
  );
}

function shortcutsAreOff(): boolean {
  try {
    return localStorage.getItem("naga.shortcuts") === "off";
  } catch {
    return false;
  }
}

/** Listens for Ctrl+K, which opens the palette, and for `/`, which goes to the search of the header. */
export function PaletteHost(props: Omit<PaletteProps, "open" | "onOpenChange">) {
  const [loaded, setLoaded] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setLoaded(true);
        setOpen((was) => !was);
        return;
      }
      // A list on the page has taken the key for its own search box already, if there is one.
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (wantsKeysItself(event.target) || shortcutsAreOff()) return;
      const entry = document.querySelector<HTMLInputElement>("input[data-search-entry]");
      if (!entry) return;
      event.preventDefault();
      entry.focus();
      entry.select();
    }
    window.addEventListener("keydown", onKey);
    // Fetched in a quiet moment: who types on right after Ctrl+K must not lose the first letters.
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
    idle(() => void load().catch(() => {}));
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return loaded ? <Palette {...props} open={open} onOpenChange={setOpen} /> : null;
}
