"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { useChangeDialog } from "./use-change-dialog";

/** Takes back the newest change of the list. */
export function CancelButton({ programme, day }: { programme: string; day: string }) {
  const t = useTranslations("catalogue.change");
  const format = useFormat();
  const { open, dialog } = useChangeDialog(programme, day);
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => open({ kind: "cancel", day })}>
        {t("cancel")}
        <span className="sr-only">{format.date(day)}</span>
      </Button>
      {dialog}
    </>
  );
}
