import { z } from "zod";
import { calendarLists } from "@/lib/calendar/import-area";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { HOLIDAY_FIELDS, holidayHeadings } from "./fields";

const PATH = "/holidays/import";
const options = z.strictObject({});

/** Complete enough to run. */
export const holidayImportInput = importDraft.extend({
  read: readList,
  mapping: z.record(z.string(), z.number().int()),
  options,
});
export type HolidayImportInput = z.infer<typeof holidayImportInput>;

/** The import of the holidays of a year; meetings follow (domain.md 4.1 Holiday). */
export const importHolidays = defineChangeSet({
  kind: "classes.import-holidays",
  permission: calendarLists.permission,
  input: holidayImportInput,
  timeoutSeconds: 300,
  href: (id) => `${PATH}/${id}`,
  load: () => import("./run"),
});

defineImport({
  kind: importHolidays.kind,
  area: calendarLists,
  path: PATH,
  fields: HOLIDAY_FIELDS,
  needed: [["firstDay", "holidayName"]],
  guessMapping: holidayHeadings.guessMapping,
  knownHeadings: holidayHeadings.knownHeadings,
  options,
  asks: "nothing",
  template: "/api/v1/calendar/holiday-template",
});
