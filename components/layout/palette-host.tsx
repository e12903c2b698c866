"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import type { PaletteProps } from "./palette";
import { noteRecent } from "./recent";
import { whileSignedIn } from "./while-signed-in";

const load = () => import("./palette").then((module) => module.Palette);
const Palette = dynamic(load, { ssr: false });
/** After this many milliseconds on a page it counts as opened, and its title is there. */
const OPENED_MS = 1_000;
const ENTRY = "input[data-search-entry]";

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

type Props = Omit<PaletteProps, "open" | "onOpenChange" | "begun"> & { site: string };

/**
 * Opens the palette: by Ctrl+K, by typing into the search of the header, where `/` leads, and by what is marked
 * `data-opens-palette`. Notes which pages are opened, for its list of them.
 */
export function PaletteHost({ site, ...props }: Props) {
  const [loaded, setLoaded] = useState(false);
  const [open, setOpen] = useState(false);
  const [begun, setBegun] = useState("");
  const pathname = usePathname();

  useEffect(() => {
    function begin(text: string) {
      setBegun(text);
      setLoaded(true);
      setOpen(true);
    }
    function onKey(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setBegun("");
        setLoaded(true);
        setOpen((was) => !was);
        return;
      }
      // A list on the page has taken the key for its own search box already, if there is one.
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (wantsKeysItself(event.target) || shortcutsAreOff()) return;
      const entry = document.querySelector<HTMLInputElement>(ENTRY);
      if (!entry) return;
      event.preventDefault();
      entry.focus();
      entry.select();
    }
    function onInput(event: Event) {
      const entry = event.target;
      // What is typed until the palette has loaded stays in the box and goes with it.
      if (entry instanceof HTMLInputElement && entry.matches(ENTRY) && entry.value) begin(entry.value);
    }
    function onClick(event: MouseEvent) {
      if (event.target instanceof Element && event.target.closest("[data-opens-palette]")) begin("");
    }
    window.addEventListener("keydown", onKey);
    document.addEventListener("input", onInput);
    document.addEventListener("click", onClick);
    // Fetched in a quiet moment: who types on right after Ctrl+K must not lose the first letters.
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
    idle(() => void load().catch(() => {}));
    return () => {
      window.removeEventListener("keydown", onKey);
      document.removeEventListener("input", onInput);
      document.removeEventListener("click", onClick);
    };
  }, []);

  useEffect(() => {
    const { viewer } = props.palette;
    const here = whileSignedIn();
    const timer = setTimeout(() => {
      // Refusals and missing pages carry the name of the site alone.
      const label = document.title.endsWith(` · ${site}`) ? document.title.slice(0, -(site.length + 3)) : "";
      // Who is just signing out has had the list cleared.
      if (label && !here.aborted) noteRecent(viewer, pathname, label);
    }, OPENED_MS);
    return () => clearTimeout(timer);
  }, [pathname, props.palette, site]);

  function onOpenChange(next: boolean) {
    setOpen(next);
    const entry = document.querySelector<HTMLInputElement>(ENTRY);
    if (!next && entry) entry.value = "";
  }

  return loaded ? <Palette {...props} begun={begun} open={open} onOpenChange={onOpenChange} /> : null;
}
