"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const ConvertDialog = dynamic(() => import("./convert-dialog").then((module) => module.ConvertDialog), {
  ssr: false,
});

export type Converted = { id: number; version: number; name: string };

/** Makes a reading class a standard one. */
export function ConvertButton(props: Converted) {
  const t = useTranslations("classEdit.reading");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
        {t("convert")}
      </Button>
      {open && <ConvertDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
