"use server";

import { action } from "@/lib/platform/actions/action";
import { takeArchiveCommand } from "./archive-command";
import {
  rejectPhotoCommand,
  restorePhotoCommand,
  skipReminderCommand,
  verifyPhotosCommand,
} from "./commands";
import {
  rejectPhotoInput,
  restorePhotoInput,
  skipReminderInput,
  takeArchiveInput,
  verifyPhotosInput,
} from "./schemas";

export const verifyPhotos = action({
  name: "people.verify-photos",
  permission: "people:edit",
  input: verifyPhotosInput,
}).handler(verifyPhotosCommand);

export const rejectPhoto = action({
  name: "people.reject-photo",
  permission: "people:edit",
  input: rejectPhotoInput,
}).handler(rejectPhotoCommand);

export const restorePhoto = action({
  name: "people.restore-photo",
  permission: "people:edit",
  input: restorePhotoInput,
}).handler(restorePhotoCommand);

export const skipReminder = action({
  name: "people.skip-photo-reminder",
  permission: "people:edit",
  input: skipReminderInput,
}).handler(skipReminderCommand);

export const takeArchive = action({
  name: "people.take-photo-archive",
  permission: "people:edit",
  input: takeArchiveInput,
}).handler(takeArchiveCommand);
