"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useChangeDialog } from "./use-change-dialog";

/** Adds a course to the list. */
export function AddButton({ programme, from, max }: { programme: string; from: string; max: number }) {
  const t = useTranslations("catalogue.change");
  const { open, dialog } = useChangeDialog(programme, from);
  return (
    <>
      <Button size="sm" onClick={() => open({ kind: "add", max })}>
        <Icon name="plus" />
        {t("add")}
      </Button>
      {dialog}
    </>
  );
}
