"use server";

import {
  addCourseTextbookCommand,
  removeCourseTextbookCommand,
} from "@/lib/curriculum/courses/commands/course-textbooks";
import { createCourseCommand } from "@/lib/curriculum/courses/commands/create-course";
import { editCourseCommand } from "@/lib/curriculum/courses/commands/edit-course";
import { addEquivalenceCommand, endEquivalenceCommand } from "@/lib/curriculum/courses/commands/equivalences";
import { saveRequisitesCommand } from "@/lib/curriculum/courses/commands/save-requisites";
import { endCourseCommand, newVersionCommand } from "@/lib/curriculum/courses/commands/versions";
import {
  addEquivalenceInput,
  courseTextbookInput,
  createCourseInput,
  editCourseInput,
  endCourseInput,
  endEquivalenceInput,
  newVersionInput,
  saveRequisitesInput,
} from "@/lib/curriculum/courses/schemas";
import { action } from "@/lib/platform/actions/action";

const permission = "curriculum:edit";

export const createCourse = action({
  name: "curriculum.create-course",
  permission,
  input: createCourseInput,
}).handler(createCourseCommand);

export const editCourse = action({
  name: "curriculum.edit-course",
  permission,
  input: editCourseInput,
}).handler(editCourseCommand);

export const makeNewVersion = action({
  name: "curriculum.new-course-version",
  permission,
  input: newVersionInput,
}).handler(newVersionCommand);

export const endCourse = action({
  name: "curriculum.end-course",
  permission,
  input: endCourseInput,
}).handler(endCourseCommand);

export const saveRequisites = action({
  name: "curriculum.save-requisites",
  permission,
  input: saveRequisitesInput,
}).handler(saveRequisitesCommand);

export const addEquivalence = action({
  name: "curriculum.add-equivalence",
  permission,
  input: addEquivalenceInput,
}).handler(addEquivalenceCommand);

export const endEquivalence = action({
  name: "curriculum.end-equivalence",
  permission,
  input: endEquivalenceInput,
}).handler(endEquivalenceCommand);

export const addCourseTextbook = action({
  name: "curriculum.add-course-textbook",
  permission,
  input: courseTextbookInput,
}).handler(addCourseTextbookCommand);

export const removeCourseTextbook = action({
  name: "curriculum.remove-course-textbook",
  permission,
  input: courseTextbookInput,
}).handler(removeCourseTextbookCommand);
