"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { DuplicateDialogProps } from "./duplicate-dialog";

const DuplicateDialog = dynamic(() => import("./duplicate-dialog").then((module) => module.DuplicateDialog), {
  ssr: false,
});

/** Opens the dialog that copies a class into a term. */
export function DuplicateButton(props: Omit<DuplicateDialogProps, "onClose">) {
  const t = useTranslations("offering.one");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Icon name="copy" />
        {t("open")}
      </Button>
      {open && <DuplicateDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
