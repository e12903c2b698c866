"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const ChangeDialog = dynamic(() => import("./change-dialog").then((module) => module.ChangeDialog), {
  ssr: false,
});

export type ProposedTime = {
  itemId: number;
  version: number;
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
  /** Day and hours, and the room, as they are read. */
  text: string;
  place: string;
};
export type Option = { value: number; label: string };

type Props = {
  times: ProposedTime[];
  teacher: string | null;
  rooms: Option[];
  teachers: Option[];
  editable: boolean;
};

/** The weekly times that are proposed, each to be changed where it stands. */
export function ProposedTimes({ times, teacher, rooms, teachers, editable }: Props) {
  const t = useTranslations("draftTimetable.change");
  const [edited, setEdited] = useState<ProposedTime | null>(null);
  return (
    <>
      <ul className="divide-y text-sm">
        {times.map((time) => (
          <li key={time.itemId} className="flex flex-wrap items-center gap-x-3 px-4 py-cell">
            <span className="tabular min-w-0 flex-1">
              <span className="font-medium">{time.text}</span>
              <span className="text-muted-foreground">
                {" · "}
                {time.place}
                {teacher ? ` · ${teacher}` : ""}
              </span>
            </span>
            {editable && (
              <Button
                variant="ghost"
                size="sm"
                aria-label={t("label", { time: time.text })}
                onClick={() => setEdited(time)}
                data-print="hide"
              >
                {t("open")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <ChangeDialog time={edited} rooms={rooms} teachers={teachers} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
