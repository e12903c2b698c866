"use server";

import {
  changeStaffStatusCommand,
  editStaffCommand,
  editTeacherCommand,
} from "@/lib/people/colleagues/commands";
import { makeStaffCommand, makeTeacherCommand } from "@/lib/people/colleagues/make";
import {
  changeStaffStatusInput,
  editStaffInput,
  editTeacherInput,
  makeStaffInput,
  makeTeacherInput,
} from "@/lib/people/colleagues/schemas";
import { action } from "@/lib/platform/actions/action";

export const editTeacher = action({
  name: "people.edit-teacher",
  permission: "people:edit",
  input: editTeacherInput,
}).handler(editTeacherCommand);

export const editStaff = action({
  name: "people.edit-staff",
  permission: "people:edit",
  input: editStaffInput,
}).handler(editStaffCommand);

export const changeStaffStatus = action({
  name: "people.change-staff-status",
  permission: "people:edit",
  input: changeStaffStatusInput,
}).handler(changeStaffStatusCommand);

export const makeTeacher = action({
  name: "people.make-teacher",
  permission: "people:edit",
  input: makeTeacherInput,
}).handler(makeTeacherCommand);

export const makeStaff = action({
  name: "people.make-staff",
  permission: "people:edit",
  input: makeStaffInput,
}).handler(makeStaffCommand);
