"use server";

import { createDepartmentCommand, editDepartmentCommand } from "@/lib/organization/commands/departments";
import { createPositionCommand, editPositionCommand } from "@/lib/organization/commands/positions";
import {
  createDepartmentInput,
  createPositionInput,
  editDepartmentInput,
  editPositionInput,
} from "@/lib/organization/schemas";
import { action } from "@/lib/platform/actions/action";

export const createDepartment = action({
  name: "organization.create-department",
  permission: "organization:edit",
  input: createDepartmentInput,
}).handler(createDepartmentCommand);

export const editDepartment = action({
  name: "organization.edit-department",
  permission: "organization:edit",
  input: editDepartmentInput,
}).handler(editDepartmentCommand);

export const createPosition = action({
  name: "organization.create-position",
  permission: "organization:edit",
  input: createPositionInput,
}).handler(createPositionCommand);

export const editPosition = action({
  name: "organization.edit-position",
  permission: "organization:edit",
  input: editPositionInput,
}).handler(editPositionCommand);
