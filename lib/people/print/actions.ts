"use server";

import { action } from "@/lib/platform/actions/action";
import { printCardsCommand, printListCommand } from "./commands";
import { printCardsInput } from "./inputs";
import { printListAsk } from "./schemas";

export const printCards = action({
  name: "people.print-cards",
  permission: "documents:print",
  input: printCardsInput,
}).handler(printCardsCommand);

export const printList = action({
  name: "people.print-list",
  permission: "documents:print",
  input: printListAsk,
}).handler(printListCommand);
