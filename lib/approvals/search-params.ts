import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { listParams } from "@/lib/platform/url/list-params";
import { APPROVAL_STATUSES, BOXES } from "./schemas";

/** URL state of the inbox. Without a tray it is the one that waits. */
export const inboxParams = {
  ...listParams,
  box: parseAsStringLiteral(BOXES).withDefault("waiting"),
  kind: parseAsString,
  status: parseAsStringLiteral(APPROVAL_STATUSES),
};

/** Reads `searchParams` of the page; what does not fit counts as not given. */
export const loadInboxParams = createLoader(inboxParams);
