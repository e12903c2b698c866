"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { StatusDialogProps } from "./change-status-dialog";

const ChangeStatusDialog = dynamic(
  () => import("./change-status-dialog").then((module) => module.ChangeStatusDialog),
  { ssr: false },
);

/** Opens the dialog that moves a student to another status; the form comes when it is asked for. */
export function ChangeStatusButton(props: Omit<StatusDialogProps, "open" | "onOpenChange">) {
  const t = useTranslations("people.changeStatus");
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open !== null && <ChangeStatusDialog {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
