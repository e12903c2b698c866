"use server";

import { confirmKhmerNameCommand } from "@/lib/people/khmer-names/commands";
import { confirmKhmerNameInput } from "@/lib/people/khmer-names/schemas";
import { action } from "@/lib/platform/actions/action";

export const confirmKhmerName = action({
  name: "people.confirm-khmer-name",
  permission: "signed_in",
  input: confirmKhmerNameInput,
}).handler(confirmKhmerNameCommand);
