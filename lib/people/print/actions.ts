"use server";

import { action } from "@/lib/platform/actions/action";
import { printCardsCommand } from "./commands";
import { printCardsInput } from "./inputs";

export const printCards = action({
  name: "people.print-cards",
  permission: "documents:print",
  input: printCardsInput,
}).handler(printCardsCommand);
