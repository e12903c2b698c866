"use client";

import "./timetable.css";
import { useMemo } from "react";
import { unpackRows } from "@/components/data-table/packed";
import { Section } from "@/components/layout/section";
import type { Day } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { DayList } from "./day-list";
import { MarkLegend } from "./mark-legend";
import type { Mark } from "./meeting-marks";
import type { ToldDay, ToldMeeting, WeekTexts } from "./told-week";
import { WeekGrid } from "./week-grid";
import type { WeekFrame } from "./week-layout";
import { WeekTable } from "./week-table";

/** What the parts of a week share besides the meetings. */
export type Sheet = {
  days: ToldDay[];
  today: Day;
  nowMinutes: number;
  view: "auto" | "grid" | "list";
  texts: WeekTexts;
  legend: [Mark, string][];
  showTeacher: boolean;
  frame?: WeekFrame | undefined;
  /** Many meetings at one time: a table instead of the grid. */
  crowded: boolean;
  /** Whether a week without meetings is drawn. */
  drawn: boolean;
};

type Props = {
  /** A `Sheet` as JSON. */
  sheet: string;
  /** `ToldMeeting`s from packRows. */
  meetings: string;
};

/** A week drawn from plain data (ADR 7): without a choice a desk sees the grid and a phone the list, by style sheet alone. */
export function WeekSheet(props: Props) {
  const format = useFormat();
  const sheet = useMemo(() => JSON.parse(props.sheet) as Sheet, [props.sheet]);
  const meetings = useMemo(() => unpackRows<ToldMeeting>(props.meetings), [props.meetings]);
  const { days, today, nowMinutes, view, texts, showTeacher } = sheet;
  const drawn = { days, today, meetings, texts, format };
  const className = view === "auto" ? "hidden md:block print:block" : undefined;
  const ofDay = Map.groupBy(meetings, (each) => each.date);
  return (
    <>
      {view === "list" || !sheet.drawn ? null : sheet.crowded ? (
        <WeekTable {...drawn} className={className} />
      ) : (
        <WeekGrid {...drawn} frame={sheet.frame} className={className} />
      )}
      {view === "list" ? null : (
        <MarkLegend
          label={texts.legend}
          marks={sheet.legend}
          className={view === "auto" ? "hidden md:flex print:flex" : undefined}
        />
      )}
      {view === "grid" ? null : (
        <div className={`flex flex-col gap-5${view === "auto" ? " md:hidden print:hidden" : ""}`}>
          {days
            .filter(({ day, holiday }) => holiday !== null || ofDay.has(day))
            .map(({ day, long, holiday }) => (
              <Section
                key={day}
                framed
                title={day === today ? `${texts.today} · ${long}` : long}
                detail={holiday ?? undefined}
              >
                {ofDay.has(day) ? (
                  <DayList
                    meetings={ofDay.get(day) ?? []}
                    texts={texts}
                    format={format}
                    nowMinutes={day === today ? nowMinutes : undefined}
                    showTeacher={showTeacher}
                  />
                ) : (
                  <p className="px-4 py-3 text-muted-foreground text-sm">{texts.freeDay}</p>
                )}
              </Section>
            ))}
        </div>
      )}
    </>
  );
}
