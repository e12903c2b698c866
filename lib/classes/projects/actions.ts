"use server";

import {
  createProjectCommand,
  editProjectCommand,
  moveProjectCommand,
} from "@/lib/classes/projects/commands";
import { addMemberCommand, removeMemberCommand } from "@/lib/classes/projects/members";
import {
  addMemberInput,
  createProjectInput,
  editProjectInput,
  moveProjectInput,
  removeMemberInput,
} from "@/lib/classes/projects/schemas";
import { action } from "@/lib/platform/actions/action";

export const createProject = action({
  name: "classes.create-project",
  permission: "classes:edit_projects",
  input: createProjectInput,
}).handler(createProjectCommand);

export const editProject = action({
  name: "classes.edit-project",
  permission: "classes:edit_projects",
  input: editProjectInput,
}).handler(editProjectCommand);

export const moveProject = action({
  name: "classes.move-project",
  permission: "classes:edit_projects",
  input: moveProjectInput,
}).handler(moveProjectCommand);

export const addProjectMember = action({
  name: "classes.add-project-member",
  permission: "classes:edit_projects",
  input: addMemberInput,
}).handler(addMemberCommand);

export const removeProjectMember = action({
  name: "classes.remove-project-member",
  permission: "classes:edit_projects",
  input: removeMemberInput,
}).handler(removeMemberCommand);
