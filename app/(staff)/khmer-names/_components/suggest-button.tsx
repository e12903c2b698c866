"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const SuggestDialog = dynamic(() => import("./suggest-dialog").then((module) => module.SuggestDialog), {
  ssr: false,
});

/** Opens the form of the bulk run; it is fetched when somebody asks for it. */
export function SuggestButton({ confidences }: { confidences: readonly number[] }) {
  const t = useTranslations("khmerName.run");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      {open && <SuggestDialog confidences={confidences} onClose={() => setOpen(false)} />}
    </>
  );
}
