"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Modal } from "@/components/ui/modal";
import type { FoundItem } from "./found";
import { runAction } from "./palette-actions";
import type { PaletteAction, PaletteData } from "./palette-data";
import { groupLooks, itemLooks, PaletteRow } from "./palette-row";
import { readRecent } from "./recent";
import { useSearch } from "./use-search";

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What was typed in the search of the header; the palette goes on from it. */
  begun: string;
  pages: { href: string; label: string }[];
  palette: PaletteData;
  texts: { title: string; placeholder: string; none: string; allResults: string };
};

const RECENT_SHOWN = 6;
const KHMER = /[\u1780-\u17ff]/;

/** Whether a word of the label begins with the text; Khmer is written without spaces, so anywhere in it. */
function fits(label: string, text: string): boolean {
  const [whole, wanted] = [label.toLocaleLowerCase(), text.toLocaleLowerCase()];
  return whole.startsWith(wanted) || whole.includes(KHMER.test(wanted) ? wanted : ` ${wanted}`);
}

/**
 * Everything from the keyboard: people, classes and courses, pages, actions, what was opened lately. Pages and actions
 * stand above what the server finds, so that nothing is pushed away under the hand.
 */
export function Palette({ open, onOpenChange, begun, pages, palette, texts }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [selected, setSelected] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const wanted = text.trim();
  const { found, answered, state } = useSearch(open ? text : "");
  const opened = open && !wanted ? readRecent(palette.viewer).filter(isElsewhere) : [];
  // Pages stand below anyway; what is missed there are records.
  const recent = opened
    .filter(({ href }) => !pages.some((page) => page.href === href))
    .slice(0, RECENT_SHOWN);
  const shownPages = pages.filter((page) => fits(page.label, wanted));
  const shownActions = palette.actions.filter((action) => fits(action.label, wanted));
  const groups = wanted ? found.groups : [];
  const waiting = state === "busy" || (state === "done" && answered !== wanted);
  const first = [
    recent[0] && `recent ${recent[0].href}`,
    shownPages[0]?.href,
    shownActions[0]?.id,
    groups[0]?.items[0]?.id,
  ].find(Boolean);

  useEffect(() => {
    if (!open) return;
    setText(begun);
    input.current?.setSelectionRange(begun.length, begun.length);
  }, [open, begun]);
  // Another text, or its answer: the best line is the one that Enter takes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving within a list must not be undone.
  useEffect(() => setSelected(first ?? ""), [wanted, answered, open]);

  function close() {
    onOpenChange(false);
    setText("");
  }
  function go(href: string) {
    close();
    router.push(href);
  }
  function act(action: PaletteAction) {
    if (action.href) return go(action.href);
    close();
    runAction(action.id);
  }
  /** Enter before the answer: the list of everybody who fits, as from the box of the header, rather than a wrong line. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !waiting || first || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (wanted && pages.some((page) => page.href === "/students"))
      go(`/students?q=${encodeURIComponent(wanted)}`);
  }

  return (
    <Modal
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      aria-label={texts.title}
      className="mt-2 w-[min(40rem,calc(100vw-1rem))] sm:mt-[10vh]"
    >
      <Command shouldFilter={false} label={texts.title} loop value={selected} onValueChange={setSelected}>
        <div className="flex items-center border-b">
          <Icon name="search" className="ml-4 size-4 shrink-0 text-muted-foreground" />
          <Command.Input
            ref={input}
            data-autofocus
            value={text}
            onValueChange={setText}
            onKeyDown={onKeyDown}
            placeholder={texts.placeholder}
            enterKeyHint="go"
            className="h-12 min-w-0 flex-1 bg-transparent px-3 text-base outline-none placeholder:text-muted-foreground"
          />
          <button
            type="button"
            onClick={close}
            aria-label={palette.close}
            className="mr-1.5 flex size-9 shrink-0 items-center justify-center rounded-md text-muted-foreground hover:bg-accent touch:size-11"
          >
            <Icon name="x" />
          </button>
        </div>
        <Command.List
          aria-busy={waiting}
          className="max-h-[min(30rem,calc(100dvh-8rem))] overflow-y-auto overscroll-contain p-1.5"
        >
          <Command.Empty className="px-2.5 py-6 text-center text-muted-foreground text-sm">
            {waiting ? palette.searching : texts.none}
          </Command.Empty>
          {recent.length > 0 ? (
            <Command.Group heading={palette.groups.recent} className={groupLooks}>
              {recent.map(({ href, label }) => (
                <PaletteRow
                  key={href}
                  id={`recent ${href}`}
                  icon="history"
                  label={label}
                  onSelect={() => go(href)}
                />
              ))}
            </Command.Group>
          ) : null}
          {shownPages.length > 0 ? (
            <Command.Group heading={palette.groups.pages} className={groupLooks}>
              {shownPages.map(({ href, label }) => (
                <PaletteRow key={href} id={href} icon="arrow-right" label={label} onSelect={() => go(href)} />
              ))}
            </Command.Group>
          ) : null}
          {shownActions.length > 0 ? (
            <Command.Group heading={palette.groups.actions} className={groupLooks}>
              {shownActions.map((action) => (
                <PaletteRow key={action.id} {...action} onSelect={() => act(action)} />
              ))}
            </Command.Group>
          ) : null}
          {groups.map(({ key, items }) => (
            <Command.Group key={key} heading={palette.groups[key]} className={groupLooks}>
              {items.map((item: FoundItem) => (
                <PaletteRow key={item.id} {...item} onSelect={() => go(item.href)} />
              ))}
              {key === "students" && found.all ? (
                <Command.Item value="all" onSelect={() => go(found.all ?? "")} className={itemLooks}>
                  <Icon name="users" className="size-4 shrink-0 text-muted-foreground" />
                  {texts.allResults}
                </Command.Item>
              ) : null}
            </Command.Group>
          ))}
          {state === "failed" && wanted ? (
            <p role="status" className="px-2.5 py-2 text-muted-foreground text-sm">
              {palette.failed}
            </p>
          ) : null}
        </Command.List>
      </Command>
    </Modal>
  );
}

function isElsewhere({ href }: { href: string }): boolean {
  return href !== window.location.pathname;
}
