"use client";

import type { PeopleList } from "@/lib/people/lists/kinds";
import { MergeLink } from "./merge-link";
import { PrintCardsButton } from "./print-cards-button";

/** In the bulk bar of a list of people: ID cards (students only), letters and mails. */
export function DocumentActions({ list, may }: { list: PeopleList; may: { cards: boolean; send: boolean } }) {
  return (
    <>
      {may.cards && list === "students" && <PrintCardsButton />}
      {may.send && <MergeLink list={list} />}
    </>
  );
}
