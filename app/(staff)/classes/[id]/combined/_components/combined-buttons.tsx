"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const CombineDialog = dynamic(() => import("./combined-dialogs").then((module) => module.CombineDialog), {
  ssr: false,
});
const SplitDialog = dynamic(() => import("./combined-dialogs").then((module) => module.SplitDialog), {
  ssr: false,
});

export type OfClass = { id: number; version: number; name: string; capacity: number };
export type OfTwo = OfClass & { other: { id: number; version: number; name: string }; people: number };

/** Lets another class join this one. */
export function CombineButton(props: OfTwo) {
  const t = useTranslations("classEdit.combined");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outline"
        size="sm"
        aria-label={t("combineWith", { class: props.other.name })}
        onClick={() => setOpen(true)}
      >
        {t("combine")}
      </Button>
      {open && <CombineDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Lets a class leave the others. */
export function SplitButton(props: OfClass) {
  const t = useTranslations("classEdit.combined");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("splitOf", { class: props.name })}
        onClick={() => setOpen(true)}
      >
        {t("split")}
      </Button>
      {open && <SplitDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
