"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePeopleSelection } from "@/components/people/use-people-selection";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PeopleSelection } from "@/lib/people/selection";

// A rare dialog: its code is fetched when somebody asks for it.
const PrintCardsDialog = dynamic(
  () => import("./print-cards-dialog").then((module) => module.PrintCardsDialog),
  { ssr: false },
);

/** In the bulk bar: ID cards of the selected students. */
export function PrintCardsButton() {
  const t = useTranslations("documents.cards");
  const [open, setOpen] = useState<boolean | null>(null);
  const { selection, count } = usePeopleSelection("students");
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {t("button")}
      </button>
      {open !== null && (
        <PrintCardsDialog selection={selection} count={count} open={open} onOpenChange={setOpen} />
      )}
    </>
  );
}

/** On the record: the ID card of one student. */
export function PrintCardButton({ personId }: { personId: number }) {
  const t = useTranslations("documents.cards");
  const [open, setOpen] = useState<boolean | null>(null);
  const selection: PeopleSelection = { kind: "ids", list: "students", ids: [personId] };
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Icon name="id-card" />
        {t("single")}
      </Button>
      {open !== null && (
        <PrintCardsDialog selection={selection} count={1} open={open} onOpenChange={setOpen} />
      )}
    </>
  );
}
