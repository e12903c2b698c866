"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const EndAllDialog = dynamic(() => import("./end-all-dialog").then((module) => module.EndAllDialog), {
  ssr: false,
});

/** Opens the form that ends every session of an account. */
export function EndAllButton(props: { id: number; name: string }) {
  const t = useTranslations("users.sessions");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size="sm" onClick={() => setOpen(true)}>
        {t("endAll")}
      </Button>
      {open ? <EndAllDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
