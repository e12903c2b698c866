"use server";

import { action } from "@/lib/platform/actions/action";
import { askChangeCommand, decideChangeCommand, withdrawChangeCommand } from "./commands";
import { askChangeInput, decideChangeInput, withdrawChangeInput } from "./schemas";

export const askChange = action({
  name: "people.ask-change",
  permission: "people:edit_own",
  input: askChangeInput,
}).handler(askChangeCommand);

export const withdrawChange = action({
  name: "people.withdraw-change",
  permission: "people:edit_own",
  input: withdrawChangeInput,
}).handler(withdrawChangeCommand);

export const decideChange = action({
  name: "people.decide-change",
  permission: "people:decide_requests",
  input: decideChangeInput,
}).handler(decideChangeCommand);
