"use server";

import { action } from "@/lib/platform/actions/action";
import { changeStatusWithEffectsCommand } from "./commands/change-status";
import { dropEnrolmentCommand } from "./commands/drop-enrolment";
import { enrolManyCommand } from "./commands/enrol-many";
import { enrolStudentCommand } from "./commands/enrol-student";
import {
  changeStatusWithEffectsInput,
  dropEnrolmentInput,
  enrolManyInput,
  enrolStudentInput,
} from "./schemas";
import { tellBulk, tellCart } from "./tell";

export const enrolStudent = action({
  name: "registration.enrol-student",
  permission: "registration:enrol",
  input: enrolStudentInput,
}).handler(enrolStudentCommand, tellCart);

export const dropEnrolment = action({
  name: "registration.drop-enrolment",
  permission: "registration:drop",
  input: dropEnrolmentInput,
}).handler(dropEnrolmentCommand);

export const enrolMany = action({
  name: "registration.enrol-many",
  permission: "registration:enrol",
  input: enrolManyInput,
}).handler(enrolManyCommand, tellBulk);

export const changeStatus = action({
  name: "registration.change-status",
  permission: "people:change_status",
  input: changeStatusWithEffectsInput,
}).handler(changeStatusWithEffectsCommand);
