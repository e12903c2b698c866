import type { ReactNode } from "react";
import { packRows } from "@/components/data-table/packed";
import { EmptyState } from "@/components/feedback/empty-state";
import type { MeetingRow } from "@/lib/classes/schemas";
import { addDays, type Day } from "@/lib/platform/dates/day";
import type { UrlParams } from "@/lib/platform/url/href";
import { MARKS, marksOf } from "./meeting-marks";
import { type Detail, tellDays, tellMeetings, weekTexts } from "./tell-week";
import { WeekBar, type WeekView } from "./week-bar";
import type { WeekFrame } from "./week-layout";
import { type Sheet, WeekSheet } from "./week-sheet";
import { weekWords } from "./week-words";

type Props = {
  path: string;
  /** The rest of the address: whose week it is. */
  params?: UrlParams;
  monday: Day;
  thisMonday: Day;
  today: Day;
  nowMinutes: number;
  view: WeekView;
  meetings: MeetingRow[];
  holidays: ReadonlyMap<Day, string>;
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** What stands on a meeting of the grid below its class; the room where nothing is said. */
  details?: readonly Detail[];
  showTeacher?: boolean;
  /** Hours that are shown although nothing happens in them, so that something can be put there. */
  frame?: WeekFrame;
  /** Many meetings at one time: a table instead of the grid. */
  crowded?: boolean;
  /** The name of the handle that moves a meeting, where it may be moved. */
  handleOf?: ((meeting: MeetingRow) => string | null) | undefined;
  /** Drawn although nothing happens in the week. */
  evenEmpty?: boolean;
  emptyText?: string;
  /** At the end of the bar. */
  tools?: ReactNode;
  /** Between the bar and the week. */
  children?: ReactNode;
};

/** A week of meetings: its words are found here, once for the grid and the list that <WeekSheet> draws from them. */
export async function WeekPage(props: Props) {
  const { monday, view, meetings, details, hrefOf, handleOf } = props;
  const [words, told] = await Promise.all([
    weekWords(),
    tellMeetings(meetings, { details, hrefOf, handleOf }),
  ]);
  const { t, timetable, format } = words;
  const present = new Set(meetings.flatMap(marksOf));
  const empty = meetings.length === 0;
  const sheet: Sheet = {
    days: tellDays(monday, props.holidays, words),
    today: props.today,
    nowMinutes: props.nowMinutes,
    view,
    texts: weekTexts(words),
    legend: MARKS.filter((mark) => present.has(mark)).map((mark) => [mark, t(`marks.${mark}`)]),
    showTeacher: props.showTeacher ?? false,
    frame: props.frame,
    crowded: props.crowded ?? false,
    drawn: !empty || (props.evenEmpty ?? false),
  };
  return (
    <>
      <WeekBar
        path={props.path}
        params={props.params}
        monday={monday}
        thisMonday={props.thisMonday}
        view={view}
        words={words}
        tools={props.tools}
      />
      <p data-print="only" className="mb-1 font-semibold">
        {format.dateRange(monday, addDays(monday, 6))}
      </p>
      {props.children}
      {empty && !(props.evenEmpty && view !== "list") ? (
        <EmptyState icon="calendar-days" title={timetable("empty")}>
          {props.emptyText ?? timetable("emptyText")}
        </EmptyState>
      ) : null}
      <WeekSheet sheet={JSON.stringify(sheet)} meetings={packRows(told)} />
    </>
  );
}
