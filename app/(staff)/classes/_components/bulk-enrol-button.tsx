"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

// A rare dialog: its code is fetched when somebody asks for it.
const BulkEnrolDialog = dynamic(() => import("./bulk-enrol-dialog").then((module) => module.BulkEnrolDialog));

/** Opens the dialog that enrols a pasted list of students. */
export function BulkEnrolButton({ classId, name }: { classId: number; name: string }) {
  const t = useTranslations("registration.bulk");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        {t("open")}
      </Button>
      {wanted ? <BulkEnrolDialog classId={classId} name={name} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
