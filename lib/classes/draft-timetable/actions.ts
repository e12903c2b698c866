"use server";

import {
  changeItemCommand,
  decideCommand,
  discardCommand,
  startApplyCommand,
  startDraftCommand,
} from "@/lib/classes/draft-timetable/commands";
import {
  changeItemInput,
  decideInput,
  proposalRef,
  startDraftInput,
} from "@/lib/classes/draft-timetable/schemas";
import { action } from "@/lib/platform/actions/action";

export const startDraft = action({
  name: "classes.start-draft-timetable",
  permission: "timetable:draft",
  input: startDraftInput,
}).handler(startDraftCommand);

export const decideProposal = action({
  name: "classes.decide-proposal",
  permission: "timetable:draft",
  input: decideInput,
}).handler(decideCommand);

export const changeProposalItem = action({
  name: "classes.change-proposal-item",
  permission: "timetable:draft",
  input: changeItemInput,
}).handler(changeItemCommand);

export const discardProposal = action({
  name: "classes.discard-proposal",
  permission: "timetable:draft",
  input: proposalRef,
}).handler(discardCommand);

export const startApplyProposal = action({
  name: "classes.apply-proposal",
  permission: "timetable:draft",
  input: proposalRef,
}).handler(startApplyCommand);
