"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { DepartmentRow } from "@/lib/organization/schemas";

const DepartmentDialog = dynamic(
  () => import("./department-dialog").then((module) => module.DepartmentDialog),
  { ssr: false },
);

/** Opens the form of a department, or of a new one. */
export function DepartmentButton({
  department,
  nextOrder,
}: {
  department: DepartmentRow | null;
  nextOrder: number;
}) {
  const t = useTranslations("positions.departments");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={department ? "outline" : "default"} onClick={() => setOpen(true)}>
        {department ? null : <Icon name="plus" />}
        {department ? t("edit") : t("new")}
      </Button>
      {open && (
        <DepartmentDialog department={department} nextOrder={nextOrder} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
