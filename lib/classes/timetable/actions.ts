"use server";

import { action } from "@/lib/platform/actions/action";
import { addMeetingCommand, makeUpMeetingCommand, removeMeetingCommand } from "./commands/add-meeting";
import { cancelMeetingCommand, restoreMeetingCommand } from "./commands/cancel-meeting";
import { changeMeetingCommand } from "./commands/change-meeting";
import { placeDelivery as place } from "./commands/place-delivery";
import {
  addMeetingInput,
  cancelMeetingInput,
  changeMeetingInput,
  makeUpMeetingInput,
  placeDeliveryInput,
  removeMeetingInput,
  restoreMeetingInput,
} from "./schemas";

/** The version that was shown travels with the input of the form. */
export const placeDelivery = action({
  name: "classes.place-delivery",
  permission: "classes:edit",
  input: placeDeliveryInput,
}).handler((actor, { version, ...input }) => place(actor, input, version));

export const cancelMeeting = action({
  name: "classes.cancel-meeting",
  permission: "classes:edit",
  input: cancelMeetingInput,
}).handler(cancelMeetingCommand);

export const restoreMeeting = action({
  name: "classes.restore-meeting",
  permission: "classes:edit",
  input: restoreMeetingInput,
}).handler(restoreMeetingCommand);

export const changeMeeting = action({
  name: "classes.change-meeting",
  permission: "classes:edit",
  input: changeMeetingInput,
}).handler(changeMeetingCommand);

export const makeUpMeeting = action({
  name: "classes.make-up-meeting",
  permission: "classes:edit",
  input: makeUpMeetingInput,
}).handler(makeUpMeetingCommand);

export const addMeeting = action({
  name: "classes.add-meeting",
  permission: "classes:edit",
  input: addMeetingInput,
}).handler(addMeetingCommand);

export const removeMeeting = action({
  name: "classes.remove-meeting",
  permission: "classes:edit",
  input: removeMeetingInput,
}).handler(removeMeetingCommand);
