"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { endTemplate } from "@/lib/curriculum/part-templates/actions";

const FieldsDialog = dynamic(
  () => import("@/components/forms/fields-dialog").then((module) => module.FieldsDialog),
  { ssr: false },
);

/** Takes a template out of use from a day on. */
export function EndButton({ id, version, today }: { id: number; version: number; today: string }) {
  const t = useTranslations("partTemplates.end");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      {open && (
        <FieldsDialog
          id={`end-template-${id}`}
          title={t("title")}
          what={t("what")}
          fields={[{ name: "validTo", label: t("day"), help: t("dayHelp"), kind: "date" }]}
          defaults={{ validTo: today }}
          action={(input: unknown, meta) => endTemplate(input as Parameters<typeof endTemplate>[0], meta)}
          toInput={({ validTo = "" }) => ({ id, version, validTo })}
          submit={t("confirm")}
          done={t("done")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
