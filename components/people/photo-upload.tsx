"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { RecordRef } from "@/lib/people/record-ref";

const PhotoDialog = dynamic(() => import("./photo-dialog").then((module) => module.PhotoDialog), {
  ssr: false,
});

type Props = {
  /** The record that the photo is for; null: the person's own. */
  of: RecordRef | null;
  /** Whom it is for, in the dialog; without it "for your record". */
  name?: string;
  hasPhoto: boolean;
  size?: "default" | "sm";
};

/** The button that takes in a new photo. Wants the messages "photos.upload". */
export function PhotoUpload({ of, name, hasPhoto, size }: Props) {
  const t = useTranslations("photos.upload");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" size={size} onClick={() => setOpen(true)}>
        <Icon name="upload" />
        {hasPhoto ? t("change") : t("open")}
      </Button>
      {open ? <PhotoDialog of={of} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
