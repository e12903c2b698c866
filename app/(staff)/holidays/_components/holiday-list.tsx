"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast-store";
import type { HolidayRecord } from "@/lib/calendar/schemas";
import { setHoliday } from "@/lib/classes/holidays/actions";
import { daysBetween, weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { HolidayButton } from "./holiday-button";

type Row = HolidayRecord & { meetings: number };
type Props = { rows: Row[]; edits: boolean; today: string };

/** Holidays by day, each with both names; one that was taken back is struck through and can be put in force again. */
export function HolidayList({ rows, edits, today }: Props) {
  const t = useTranslations("holidays");
  const format = useFormat();
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-card" aria-label={t("title")}>
      {rows.map((row) => {
        const days = daysBetween(row.startDate, row.endDate) + 1;
        return (
          <li
            key={row.id}
            data-holiday={row.id}
            className={cn(
              "grid gap-x-4 gap-y-1 px-4 py-cell text-sm md:grid-cols-[13rem_minmax(0,1fr)_auto] md:items-center",
              row.endDate < today && "text-muted-foreground",
            )}
          >
            <span className={cn(!row.isActive && "line-through")}>
              <span className="tabular font-medium">
                {days === 1 ? format.date(row.startDate) : format.dateRange(row.startDate, row.endDate)}
              </span>
              <span className="block text-muted-foreground text-xs">
                {days === 1
                  ? format.weekday(weekday(row.startDate), "long")
                  : `${format.weekday(weekday(row.startDate))}–${format.weekday(weekday(row.endDate))} · ${t("days", { count: days })}`}
              </span>
            </span>
            <span className={cn("min-w-0", !row.isActive && "line-through")}>
              <span className="font-medium">{format.locale === "km" ? row.nameKm : row.name}</span>
              <span lang={format.locale === "km" ? "en" : "km"} className="block text-muted-foreground">
                {format.locale === "km" ? row.name : row.nameKm}
              </span>
              {row.notes && <span className="block text-muted-foreground text-xs">{row.notes}</span>}
            </span>
            <span className="flex flex-wrap items-center gap-2 md:justify-end">
              {!row.isActive && <Badge variant="warning">{t("takenBack")}</Badge>}
              {row.isActive && row.meetings > 0 && (
                <Badge variant="outline">{t("meetings", { count: row.meetings })}</Badge>
              )}
              {edits && (
                <span className="flex gap-1" data-print="hide">
                  <HolidayButton year={Number(row.startDate.slice(0, 4))} holiday={row} />
                  <SetButton row={row} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Takes a holiday back, or puts it in force again: each undoes the other, so neither asks. */
function SetButton({ row }: { row: Row }) {
  const t = useTranslations("holidays");
  const format = useFormat();
  const router = useRouter();
  const { run, pending } = useAction(setHoliday, {
    onSuccess: ({ cancelled, restored }) => {
      toast.success(row.isActive ? t("backDone", { count: restored }) : t("forceDone", { count: cancelled }));
      router.refresh();
    },
  });
  const name = format.locale === "km" ? row.nameKm : row.name;
  const label = row.isActive ? t("takeBack") : t("putInForce");
  return (
    <Button
      variant="ghost"
      size="sm"
      pending={pending}
      aria-label={`${label} ${name}`}
      onClick={() => run({ id: row.id, version: row.version, isActive: !row.isActive })}
    >
      {label}
    </Button>
  );
}
