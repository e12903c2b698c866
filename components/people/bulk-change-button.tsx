"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BulkChange } from "@/lib/people/bulk/schemas";
import type { PeopleList } from "@/lib/people/lists/kinds";
import { usePeopleSelection } from "./use-people-selection";

// A rare dialog: its code is fetched when somebody asks for it.
const BulkChangeDialog = dynamic(
  () => import("./bulk-change-dialog").then((module) => module.BulkChangeDialog),
  {
    ssr: false,
  },
);

type Props = {
  list: PeopleList;
  change: BulkChange;
  /** Choices that only the server knows, such as departments. */
  options?: readonly { value: string; label: string }[];
};

/** A button of the bulk bar: asks what to change the selected people to, then prepares the change to be checked. */
export function BulkChangeButton({ list, change, options }: Props) {
  const t = useTranslations("lists.bulk");
  const [open, setOpen] = useState<boolean | null>(null);
  const { selection, count } = usePeopleSelection(list);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {t(`changes.${change}.button`)}
      </button>
      {open !== null && (
        <BulkChangeDialog
          change={change}
          selection={selection}
          count={count}
          options={options}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}
