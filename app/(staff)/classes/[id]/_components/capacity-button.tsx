"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CapacityDialogProps } from "./capacity-dialog";

const CapacityDialog = dynamic(() => import("./capacity-dialog").then((module) => module.CapacityDialog), {
  ssr: false,
});

/** Opens the dialog that changes the seats of a class. */
export function CapacityButton(props: Omit<CapacityDialogProps, "onClose">) {
  const t = useTranslations("offering.capacity");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && <CapacityDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
