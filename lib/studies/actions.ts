"use server";

import { action } from "@/lib/platform/actions/action";
import { admitStudentCommand } from "@/lib/studies/commands/admit-student";
import { endCycleChangeCommand } from "@/lib/studies/commands/cycle-changes";
import { declareMajorCommand } from "@/lib/studies/commands/declare-major";
import { cancelLeaveCommand, returnFromLeaveCommand } from "@/lib/studies/commands/leaves";
import {
  addProgrammeCommand,
  endProgrammeCommand,
  moveCatalogueCommand,
  reopenProgrammeCommand,
} from "@/lib/studies/commands/programmes";
import {
  addProgrammeInput,
  admitStudentInput,
  cancelLeaveInput,
  declareMajorInput,
  endCycleChangeInput,
  endProgrammeInput,
  moveCatalogueInput,
  reopenProgrammeInput,
  returnFromLeaveInput,
} from "@/lib/studies/schemas";

export const admitStudent = action({
  name: "studies.admit-student",
  permission: "studies:edit",
  input: admitStudentInput,
}).handler(admitStudentCommand);

export const addProgramme = action({
  name: "studies.add-programme",
  permission: "studies:edit",
  input: addProgrammeInput,
}).handler(addProgrammeCommand);

export const endProgramme = action({
  name: "studies.end-programme",
  permission: "studies:edit",
  input: endProgrammeInput,
}).handler(endProgrammeCommand);

export const reopenProgramme = action({
  name: "studies.reopen-programme",
  permission: "studies:edit",
  input: reopenProgrammeInput,
}).handler(reopenProgrammeCommand);

export const moveCatalogue = action({
  name: "studies.move-catalogue",
  permission: "studies:edit",
  input: moveCatalogueInput,
}).handler(moveCatalogueCommand);

export const declareMajor = action({
  name: "studies.declare-major",
  permission: "signed_in",
  input: declareMajorInput,
}).handler(declareMajorCommand);

export const endCycleChange = action({
  name: "studies.end-cycle-change",
  permission: "studies:edit",
  input: endCycleChangeInput,
}).handler(endCycleChangeCommand);

export const returnFromLeave = action({
  name: "studies.return-from-leave",
  permission: "studies:edit",
  input: returnFromLeaveInput,
}).handler(returnFromLeaveCommand);

export const cancelLeave = action({
  name: "studies.cancel-leave",
  permission: "studies:edit",
  input: cancelLeaveInput,
}).handler(cancelLeaveCommand);
