"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { HolidayRecord } from "@/lib/calendar/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const HolidayDialog = dynamic(() => import("./holiday-dialog").then((module) => module.HolidayDialog), {
  ssr: false,
});

/** Opens the form of a holiday, or of a new one. */
export function HolidayButton({ year, holiday }: { year: number; holiday?: HolidayRecord }) {
  const t = useTranslations("holidays");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      {holiday ? (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => setOpen(true)}
          aria-label={`${t("edit")} ${format.locale === "km" ? holiday.nameKm : holiday.name}`}
        >
          {t("edit")}
        </Button>
      ) : (
        <Button onClick={() => setOpen(true)}>
          <Icon name="plus" />
          {t("new")}
        </Button>
      )}
      {open && <HolidayDialog year={year} holiday={holiday ?? null} onClose={() => setOpen(false)} />}
    </>
  );
}
