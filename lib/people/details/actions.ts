"use server";

import { removeAddressCommand, saveAddressCommand } from "@/lib/people/details/commands/addresses";
import { removeEmploymentCommand, saveEmploymentCommand } from "@/lib/people/details/commands/employments";
import { editMaritalStatusCommand, saveLegalNameCommand } from "@/lib/people/details/commands/legal-name";
import { removeMonkPeriodCommand, saveMonkPeriodCommand } from "@/lib/people/details/commands/monk-periods";
import {
  removePaperCommand,
  savePaperCommand,
  verifyPaperCommand,
} from "@/lib/people/details/commands/papers";
import { removeRelationCommand, saveRelationCommand } from "@/lib/people/details/commands/relations";
import { removeSchoolingCommand, saveSchoolingCommand } from "@/lib/people/details/commands/schooling";
import {
  editMaritalStatusInput,
  removeRowInput,
  saveAddressInput,
  saveEmploymentInput,
  saveLegalNameInput,
  saveMonkPeriodInput,
  savePaperInput,
  saveRelationInput,
  saveSchoolingInput,
  verifyPaperInput,
} from "@/lib/people/details/schemas";
import { action } from "@/lib/platform/actions/action";

export const saveAddress = action({
  name: "people.save-address",
  permission: "people:edit",
  input: saveAddressInput,
}).handler(saveAddressCommand);

export const removeAddress = action({
  name: "people.remove-address",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removeAddressCommand);

export const savePaper = action({
  name: "people.save-paper",
  permission: "people:edit",
  input: savePaperInput,
}).handler(savePaperCommand);

export const removePaper = action({
  name: "people.remove-paper",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removePaperCommand);

export const verifyPaper = action({
  name: "people.verify-paper",
  permission: "people:edit",
  input: verifyPaperInput,
}).handler(verifyPaperCommand);

export const saveSchooling = action({
  name: "people.save-schooling",
  permission: "people:edit",
  input: saveSchoolingInput,
}).handler(saveSchoolingCommand);

export const removeSchooling = action({
  name: "people.remove-schooling",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removeSchoolingCommand);

export const saveEmployment = action({
  name: "people.save-employment",
  permission: "people:edit",
  input: saveEmploymentInput,
}).handler(saveEmploymentCommand);

export const removeEmployment = action({
  name: "people.remove-employment",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removeEmploymentCommand);

export const saveRelation = action({
  name: "people.save-relation",
  permission: "people:edit",
  input: saveRelationInput,
}).handler(saveRelationCommand);

export const removeRelation = action({
  name: "people.remove-relation",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removeRelationCommand);

export const saveMonkPeriod = action({
  name: "people.save-monk-period",
  permission: "people:edit",
  input: saveMonkPeriodInput,
}).handler(saveMonkPeriodCommand);

export const removeMonkPeriod = action({
  name: "people.remove-monk-period",
  permission: "people:edit",
  input: removeRowInput,
}).handler(removeMonkPeriodCommand);

export const saveLegalName = action({
  name: "people.save-legal-name",
  permission: "people:edit",
  input: saveLegalNameInput,
}).handler(saveLegalNameCommand);

export const editMaritalStatus = action({
  name: "people.edit-marital-status",
  permission: "people:edit",
  input: editMaritalStatusInput,
}).handler(editMaritalStatusCommand);
