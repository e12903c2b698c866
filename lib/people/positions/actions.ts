"use server";

import {
  assignPositionCommand,
  delegatePositionCommand,
  endAssignmentCommand,
  endDelegationCommand,
} from "@/lib/people/positions/commands";
import {
  assignPositionInput,
  delegatePositionInput,
  endAssignmentInput,
  endDelegationInput,
} from "@/lib/people/positions/schemas";
import { action } from "@/lib/platform/actions/action";

export const assignPosition = action({
  name: "positions.assign",
  permission: "organization:assign",
  input: assignPositionInput,
}).handler(assignPositionCommand);

export const endAssignment = action({
  name: "positions.end",
  permission: "organization:assign",
  input: endAssignmentInput,
}).handler(endAssignmentCommand);

export const delegatePosition = action({
  name: "positions.delegate",
  permission: "organization:read",
  input: delegatePositionInput,
}).handler(delegatePositionCommand);

export const endDelegation = action({
  name: "positions.end-delegation",
  permission: "organization:read",
  input: endDelegationInput,
}).handler(endDelegationCommand);
