"use server";

import {
  addQualificationCommand,
  editQualificationCommand,
  removeQualificationCommand,
} from "@/lib/people/qualifications/commands";
import {
  addQualificationInput,
  editQualificationInput,
  removeQualificationInput,
} from "@/lib/people/qualifications/schemas";
import { action } from "@/lib/platform/actions/action";

export const addQualification = action({
  name: "people.add-qualification",
  permission: "people:edit",
  input: addQualificationInput,
}).handler(addQualificationCommand);

export const editQualification = action({
  name: "people.edit-qualification",
  permission: "people:edit",
  input: editQualificationInput,
}).handler(editQualificationCommand);

export const removeQualification = action({
  name: "people.remove-qualification",
  permission: "people:edit",
  input: removeQualificationInput,
}).handler(removeQualificationCommand);
