"use server";

import { createHolidayInput, editHolidayInput, setHolidayInput } from "@/lib/calendar/schemas";
import { action } from "@/lib/platform/actions/action";
import { createHolidayCommand, editHolidayCommand, setHolidayCommand } from "./commands";

export const createHoliday = action({
  name: "classes.create-holiday",
  permission: "calendar:edit",
  input: createHolidayInput,
}).handler(createHolidayCommand);

export const editHoliday = action({
  name: "classes.edit-holiday",
  permission: "calendar:edit",
  input: editHolidayInput,
}).handler(editHolidayCommand);

export const setHoliday = action({
  name: "classes.set-holiday",
  permission: "calendar:edit",
  input: setHolidayInput,
}).handler(setHolidayCommand);
