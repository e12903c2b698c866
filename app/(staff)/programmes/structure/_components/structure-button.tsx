"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { StructureEdit } from "./structure-dialog";

const StructureDialog = dynamic(() => import("./structure-dialog").then((module) => module.StructureDialog), {
  ssr: false,
});

type Props = { edit: StructureEdit; divisions: readonly { value: string; label: string }[] };

/** Opens the form of a division or a cycle, or of a new one. */
export function StructureButton({ edit, divisions }: Props) {
  const t = useTranslations("catalogue.structurePage");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const isDivision = edit.of === "division";
  const label = edit.row
    ? t("editOf", { name: format.words({ en: edit.row.name, km: edit.row.nameKm }) })
    : t(isDivision ? "newDivision" : "newCycle");
  return (
    <>
      {edit.row ? (
        <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={() => setOpen(true)}>
          <Icon name="pencil" />
        </Button>
      ) : (
        <Button
          variant={isDivision ? "default" : "outline"}
          size={isDivision ? "default" : "sm"}
          onClick={() => setOpen(true)}
        >
          <Icon name="plus" />
          {label}
        </Button>
      )}
      {open && <StructureDialog edit={edit} divisions={divisions} onClose={() => setOpen(false)} />}
    </>
  );
}
