"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSelection } from "@/components/data-table/selection";
import type { ClassSelection } from "@/lib/classes/offering/schemas";

// Rare dialogs: their code is fetched when somebody asks for them.
const MoveDialog = dynamic(() => import("./move-dialog").then((module) => module.MoveDialog), { ssr: false });
const CopyDialog = dynamic(() => import("./copy-dialog").then((module) => module.CopyDialog), { ssr: false });

export type TermOption = { value: string; label: string };

/** The buttons of the bulk bar of the list of classes: another status, a copy into another term. */
export function BulkClasses({ terms }: { terms: readonly TermOption[] }) {
  const t = useTranslations("offering.bulk");
  const [open, setOpen] = useState<"move" | "copy" | null>(null);
  const { ids, all, params, count } = useSelection();
  const selection: ClassSelection = all
    ? { kind: "list", params: { ...params } }
    : { kind: "ids", ids: ids.map(Number) };
  const close = () => setOpen(null);
  return (
    <>
      <button type="button" onClick={() => setOpen("move")}>
        {t("move")}
      </button>
      <button type="button" onClick={() => setOpen("copy")}>
        {t("duplicate")}
      </button>
      {open === "move" && <MoveDialog selection={selection} count={count} onClose={close} />}
      {open === "copy" && <CopyDialog selection={selection} count={count} terms={terms} onClose={close} />}
    </>
  );
}
