"use server";

import { action } from "@/lib/platform/actions/action";
import { compareWholeCampusCommand, decideDuplicateCommand, reopenDuplicateCommand } from "./commands";
import { compareWholeCampusInput, decideDuplicateInput, reopenDuplicateInput } from "./schemas";

export const decideDuplicate = action({
  name: "people.decide-duplicate",
  permission: "people:decide_duplicates",
  input: decideDuplicateInput,
}).handler(decideDuplicateCommand);

export const reopenDuplicate = action({
  name: "people.reopen-duplicate",
  permission: "people:decide_duplicates",
  input: reopenDuplicateInput,
}).handler(reopenDuplicateCommand);

export const compareWholeCampus = action({
  name: "people.compare-whole-campus",
  permission: "people:decide_duplicates",
  input: compareWholeCampusInput,
}).handler(compareWholeCampusCommand);
