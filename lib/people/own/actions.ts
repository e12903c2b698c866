"use server";

import { addContactCommand, editContactCommand, removeContactCommand } from "@/lib/people/commands/contacts";
import { addPhoneCommand, editPhoneCommand, removePhoneCommand } from "@/lib/people/commands/phones";
import { removeAddressCommand, saveAddressCommand } from "@/lib/people/details/commands/addresses";
import { removeRowInput, saveAddressInput } from "@/lib/people/details/schemas";
import { editOwnEmailCommand } from "@/lib/people/own/commands";
import { editOwnEmailInput } from "@/lib/people/own/schemas";
import {
  addContactInput,
  addPhoneInput,
  editContactInput,
  editPhoneInput,
  removeContactInput,
  removePhoneInput,
} from "@/lib/people/schemas";
import { action } from "@/lib/platform/actions/action";

/** What people change in their own records without asking: the same commands as for staff, on themselves. */
export const addOwnPhone = action({
  name: "people.add-own-phone",
  permission: "people:edit_own",
  input: addPhoneInput,
}).handler(addPhoneCommand);

export const editOwnPhone = action({
  name: "people.edit-own-phone",
  permission: "people:edit_own",
  input: editPhoneInput,
}).handler(editPhoneCommand);

export const removeOwnPhone = action({
  name: "people.remove-own-phone",
  permission: "people:edit_own",
  input: removePhoneInput,
}).handler(removePhoneCommand);

export const addOwnContact = action({
  name: "people.add-own-contact",
  permission: "people:edit_own",
  input: addContactInput,
}).handler(addContactCommand);

export const editOwnContact = action({
  name: "people.edit-own-contact",
  permission: "people:edit_own",
  input: editContactInput,
}).handler(editContactCommand);

export const removeOwnContact = action({
  name: "people.remove-own-contact",
  permission: "people:edit_own",
  input: removeContactInput,
}).handler(removeContactCommand);

export const saveOwnAddress = action({
  name: "people.save-own-address",
  permission: "people:edit_own",
  input: saveAddressInput,
}).handler(saveAddressCommand);

export const removeOwnAddress = action({
  name: "people.remove-own-address",
  permission: "people:edit_own",
  input: removeRowInput,
}).handler(removeAddressCommand);

export const editOwnEmail = action({
  name: "people.edit-own-email",
  permission: "people:edit_own",
  input: editOwnEmailInput,
}).handler(editOwnEmailCommand);
