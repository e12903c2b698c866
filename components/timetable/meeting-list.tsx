import "./timetable.css";
import type { MeetingRow } from "@/lib/classes/schemas";
import { DayList } from "./day-list";
import { tellMeetings, weekTexts } from "./tell-week";
import { weekWords } from "./week-words";

type Props = {
  meetings: MeetingRow[];
  /** Today's minute of the day where the list is today's: marks what runs now. */
  nowMinutes?: number;
  hrefOf?: ((meeting: MeetingRow) => string | undefined) | undefined;
  /** Teachers know who teaches. */
  showTeacher?: boolean | undefined;
};

/** Meetings of one day on a page without a week. */
export async function MeetingList({ meetings, nowMinutes, hrefOf, showTeacher }: Props) {
  const [words, told] = await Promise.all([weekWords(), tellMeetings(meetings, { hrefOf })]);
  return (
    <DayList
      meetings={told}
      texts={weekTexts(words)}
      format={words.format}
      nowMinutes={nowMinutes}
      showTeacher={showTeacher}
    />
  );
}
