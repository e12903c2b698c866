"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { usePeopleHits } from "./use-people-hits";

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pages: { href: string; label: string }[];
  findsPeople: boolean;
  texts: {
    title: string;
    placeholder: string;
    pages: string;
    people: string;
    none: string;
    allResults: string;
  };
};

const groupLooks =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs";
const itemLooks =
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 text-sm aria-selected:bg-accent aria-selected:text-accent-foreground";

/** Pages and people from the keyboard: type, arrows, Enter. */
export function Palette({ open, onOpenChange, pages, findsPeople, texts }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const people = usePeopleHits(findsPeople && open ? text : "");
  const wanted = text.trim().toLocaleLowerCase();
  const matching = pages.filter((page) => page.label.toLocaleLowerCase().includes(wanted));

  function go(href: string) {
    onOpenChange(false);
    setText("");
    router.push(href);
  }

  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      aria-label={texts.title}
      className="mt-[12vh] w-[min(36rem,calc(100vw-2rem))]"
    >
      <Command shouldFilter={false} label={texts.title} loop>
        <Command.Input
          data-autofocus
          value={text}
          onValueChange={setText}
          placeholder={texts.placeholder}
          className="h-12 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-muted-foreground"
        />
        <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
          <Command.Empty className="px-2.5 py-6 text-center text-muted-foreground text-sm">
            {texts.none}
          </Command.Empty>
          {people.length > 0 ? (
            <Command.Group heading={texts.people} className={groupLooks}>
              {people.map((person) => (
                <Command.Item
                  key={person.number}
                  value={person.number}
                  onSelect={() => go(`/students/${person.number}`)}
                  className={itemLooks}
                >
                  <span className="tabular w-16 shrink-0 text-muted-foreground">{person.number}</span>
                  <span className="min-w-0 flex-1 truncate">{person.name}</span>
                  <span lang="km" className="truncate text-muted-foreground">
                    {person.khmerName}
                  </span>
                </Command.Item>
              ))}
              <Command.Item
                value="all-results"
                onSelect={() => go(`/students?q=${encodeURIComponent(text.trim())}`)}
                className={itemLooks}
              >
                {texts.allResults}
              </Command.Item>
            </Command.Group>
          ) : null}
          {matching.length > 0 ? (
            <Command.Group heading={texts.pages} className={groupLooks}>
              {matching.map((page) => (
                <Command.Item
                  key={page.href}
                  value={page.href}
                  onSelect={() => go(page.href)}
                  className={itemLooks}
                >
                  {page.label}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </Modal>
  );
}
