import "server-only";
import {
  type HolidayOnFile,
  type HolidayRow,
  holidayKey,
  holidaysOnFile,
  writeHolidayRow,
} from "@/lib/calendar/holidays/import-rows";
import { calendarLists } from "@/lib/calendar/import-area";
import { type HolidayEffect, remakeMeetings } from "@/lib/classes/holidays/remake";
import { Reading } from "@/lib/people/import/reading";
import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";
import { parseWrittenDay } from "@/lib/people/import/values";
import { runList, type TakenRow } from "@/lib/people/imports/run-list";
import type { ImportSummary, Tally } from "@/lib/people/imports/summary";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import { campusToday } from "@/lib/platform/dates/campus";
import { type Day, daysBetween } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { HOLIDAY_FIELDS } from "./fields";
import type { HolidayImportInput } from "./kind";

/** A holiday longer than this is a slip of the keyboard. */
const LONGEST_DAYS = 30;
/** Years from today that a list may be about; more is a slip too. */
const FAR_YEARS = 5;

type Draft = {
  row: number;
  firstDay?: Day;
  lastDay?: Day;
  holidayName?: string;
  holidayNameKm?: string;
  holidayNotes?: string;
};
type Judged = TakenRow & { holiday: HolidayRow | null };

/**
 * The import of the holidays of a year, for preview and apply: rows that name a holiday on file of that year change it,
 * the others are added; then the meetings of all days that changed are made anew (domain.md 4.1).
 */
export async function run(
  tx: Tx,
  actor: Actor,
  input: HolidayImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary & { meetings: HolidayEffect }> {
  const seen = new Map<string, number>();
  const touched: Day[] = [];
  const summary = await runList(
    actor,
    input,
    context,
    async (rows, tally) => {
      const judged = rows.map((row) => judge(row, input, seen));
      const onFile = await holidaysOnFile(
        tx,
        judged.flatMap(({ holiday }) => (holiday ? [Number(holiday.startDate.slice(0, 4))] : [])),
      );
      for (const each of judged) await take(tx, each, onFile, touched, tally);
      return judged;
    },
    calendarLists,
  );
  touched.sort();
  const [from, to] = [touched[0], touched.at(-1)];
  const meetings = from && to ? await remakeMeetings(tx, { from, to }) : { cancelled: 0, restored: 0 };
  return { ...summary, meetings };
}

function judge(row: TableRow, input: HolidayImportInput, seen: Map<string, number>): Judged {
  const reading = new Reading(row, input.mapping, HOLIDAY_FIELDS);
  reading.take("firstDay", parseWrittenDay, "date_format");
  reading.take("lastDay", parseWrittenDay, "date_format");
  reading.take("holidayName", (text) => text.trim().slice(0, 120), "too_long");
  reading.take("holidayNameKm", (text) => text.trim().slice(0, 160), "too_long");
  reading.take("holidayNotes", (text) => text.trim(), "too_long");
  const { problems } = reading;
  const { firstDay, lastDay, holidayName, holidayNameKm, holidayNotes } = reading.draft as Draft;
  const said = new Set(problems.map(({ field }) => field));
  const say = (field: string, code: ProblemCode, params?: RowProblem["params"]) =>
    problems.push({ row: row.row, field, code, level: "error", ...(params ? { params } : {}) });
  if (!firstDay && !said.has("firstDay")) say("firstDay", "missing_day");
  if (!holidayName && !said.has("holidayName")) say("holidayName", "missing_holiday_name");
  if (firstDay && Math.abs(Number(firstDay.slice(0, 4)) - Number(campusToday().slice(0, 4))) > FAR_YEARS)
    say("firstDay", "day_far");
  if (firstDay && lastDay && lastDay < firstDay) say("lastDay", "end_before_start");
  else if (firstDay && lastDay && daysBetween(firstDay, lastDay) >= LONGEST_DAYS)
    say("lastDay", "holiday_too_long");
  if (firstDay && holidayName) {
    const key = holidayKey({ startDate: firstDay, name: holidayName });
    const before = seen.get(key);
    if (before !== undefined) say("holidayName", "holiday_twice", { other: before });
    else seen.set(key, row.row);
  }
  const refused = problems.some(({ level }) => level === "error");
  const holiday =
    refused || !firstDay || !holidayName
      ? null
      : {
          startDate: firstDay,
          endDate: lastDay ?? firstDay,
          name: holidayName,
          nameKm: holidayNameKm ?? null,
          notes: holidayNotes ?? null,
        };
  return { row, problems, holiday };
}

async function take(
  tx: Tx,
  judged: Judged,
  onFile: Map<string, HolidayOnFile | null>,
  touched: Day[],
  tally: Tally,
): Promise<void> {
  tally.rows += 1;
  const { holiday, problems, row } = judged;
  const reject = (field: string, code: ProblemCode) => {
    problems.push({ row: row.row, field, code, level: "error" });
    tally.rejected += 1;
  };
  if (!holiday) {
    tally.rejected += 1;
    return;
  }
  const there = onFile.get(holidayKey(holiday));
  // Two of one name in one year, such as a substitute day: nobody but the sender knows which is meant.
  if (there === null) return reject("holidayName", "holiday_ambiguous");
  if (!there && holiday.nameKm === null) return reject("holidayNameKm", "missing_holiday_name");
  const became = await writeHolidayRow(tx, holiday, there ?? null);
  tally[became] += 1;
  if (problems.length > 0) tally.flagged += 1;
  if (became === "unchanged") return;
  touched.push(holiday.startDate, holiday.endDate);
  if (there) touched.push(there.startDate, there.endDate);
}
