"use server";

import { addContactCommand, editContactCommand, removeContactCommand } from "@/lib/people/commands/contacts";
import { editPersonCommand } from "@/lib/people/commands/edit-person";
import { editStudentCommand } from "@/lib/people/commands/edit-student";
import { addPhoneCommand, editPhoneCommand, removePhoneCommand } from "@/lib/people/commands/phones";
import {
  addContactInput,
  addPhoneInput,
  editContactInput,
  editPersonInput,
  editPhoneInput,
  editStudentInput,
  removeContactInput,
  removePhoneInput,
} from "@/lib/people/schemas";
import { action } from "@/lib/platform/actions/action";

export const editPerson = action({
  name: "people.edit-person",
  permission: "people:edit",
  input: editPersonInput,
}).handler(editPersonCommand);

export const editStudent = action({
  name: "people.edit-student",
  permission: "people:edit",
  input: editStudentInput,
}).handler(editStudentCommand);

export const addPhone = action({
  name: "people.add-phone",
  permission: "people:edit",
  input: addPhoneInput,
}).handler(addPhoneCommand);

export const editPhone = action({
  name: "people.edit-phone",
  permission: "people:edit",
  input: editPhoneInput,
}).handler(editPhoneCommand);

export const removePhone = action({
  name: "people.remove-phone",
  permission: "people:edit",
  input: removePhoneInput,
}).handler(removePhoneCommand);

export const addContact = action({
  name: "people.add-contact",
  permission: "people:edit",
  input: addContactInput,
}).handler(addContactCommand);

export const editContact = action({
  name: "people.edit-contact",
  permission: "people:edit",
  input: editContactInput,
}).handler(editContactCommand);

export const removeContact = action({
  name: "people.remove-contact",
  permission: "people:edit",
  input: removeContactInput,
}).handler(removeContactCommand);
