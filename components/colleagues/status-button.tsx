"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { StatusDialogProps } from "./status-dialog";

const StatusDialog = dynamic(() => import("./status-dialog").then((module) => module.StatusDialog), {
  ssr: false,
});

/** Opens the dialog that changes the status of a teacher or staff member. */
export function StatusButton(props: Omit<StatusDialogProps, "onClose">) {
  const t = useTranslations("colleagues.status");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && <StatusDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
