"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { UseDialogProps } from "./use-dialog";

const UseDialog = dynamic(() => import("./use-dialog").then((module) => module.UseDialog), { ssr: false });

/** Opens the dialog that takes a room out of use, or back into it. */
export function UseButton(props: Omit<UseDialogProps, "onClose">) {
  const t = useTranslations("rooms.change");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t(props.isActive ? "close" : "open")}
      </Button>
      {open && <UseDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
