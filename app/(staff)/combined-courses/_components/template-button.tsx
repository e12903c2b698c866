"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const TemplateDialog = dynamic(() => import("./template-dialog").then((module) => module.TemplateDialog), {
  ssr: false,
});

export type EditedTemplate = {
  id: number;
  version: number;
  name: string;
  nameKm: string | null;
  isActive: boolean;
  courses: { code: string; title: string }[];
};

/** Adds courses that are taught together, or changes them. */
export function TemplateButton({ template }: { template: EditedTemplate | null }) {
  const t = useTranslations("classEdit.templates");
  const [open, setOpen] = useState(false);
  return (
    <>
      {template ? (
        <Button
          variant="ghost"
          size="sm"
          aria-label={`${t("edit")} ${template.name}`}
          onClick={() => setOpen(true)}
        >
          {t("edit")}
        </Button>
      ) : (
        <Button onClick={() => setOpen(true)}>
          <Icon name="plus" />
          {t("new")}
        </Button>
      )}
      {open && <TemplateDialog template={template} onClose={() => setOpen(false)} />}
    </>
  );
}
