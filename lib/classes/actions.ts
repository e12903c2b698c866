"use server";

import { changeTeacherStatusCommand } from "@/lib/classes/commands/change-teacher-status";
import { changeTeacherStatusInput } from "@/lib/people/colleagues/schemas";
import { action } from "@/lib/platform/actions/action";

export const changeTeacherStatus = action({
  name: "classes.change-teacher-status",
  permission: "people:edit",
  input: changeTeacherStatusInput,
}).handler(changeTeacherStatusCommand);
