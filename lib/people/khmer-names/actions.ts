"use server";

import { confirmKhmerNameCommand } from "@/lib/people/khmer-names/commands";
import { confirmKhmerNameInput, suggestNamesInput } from "@/lib/people/khmer-names/schemas";
import { startSuggestNamesCommand } from "@/lib/people/khmer-names/start-run";
import { action } from "@/lib/platform/actions/action";

export const confirmKhmerName = action({
  name: "people.confirm-khmer-name",
  permission: "signed_in",
  input: confirmKhmerNameInput,
}).handler(confirmKhmerNameCommand);

export const startSuggestNames = action({
  name: "people.start-suggest-khmer-names",
  permission: "people:import",
  input: suggestNamesInput,
}).handler(startSuggestNamesCommand);
