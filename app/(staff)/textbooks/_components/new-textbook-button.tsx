"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const NewTextbookDialog = dynamic(
  () => import("./new-textbook-dialog").then((module) => module.NewTextbookDialog),
  { ssr: false },
);

/** Opens the form of a new textbook. */
export function NewTextbookButton() {
  const t = useTranslations("textbooks.new");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {t("button")}
      </Button>
      {open && <NewTextbookDialog onClose={() => setOpen(false)} />}
    </>
  );
}
