"use server";

import { action } from "@/lib/platform/actions/action";
import { createFeedCommand, revokeFeedCommand } from "./commands";
import { createFeedInput, revokeFeedInput } from "./schemas";

export const createFeed = action({
  name: "registration.create-feed",
  permission: "registration:feed_own",
  input: createFeedInput,
}).handler(createFeedCommand);

export const revokeFeed = action({
  name: "registration.revoke-feed",
  permission: "registration:feed_own",
  input: revokeFeedInput,
}).handler(revokeFeedCommand);
