import { defineImportArea } from "@/lib/people/imports/areas";

/** Lists of the calendar: the holidays of a year. */
export const calendarLists = defineImportArea("calendar", "calendar:edit");
