import { createLoader, type inferParserType } from "nuqs/server";
import { listParams, parseAsChoices, parseAsSort } from "@/lib/platform/url/list-params";
import { ASKED_TOPICS, REQUEST_STATUSES } from "./rules";

export const REQUEST_SORTS = ["createdAt"] as const;

/** URL state of the list of requests. What waits is sorted by age, everything together by the newest. */
export const requestListParams = {
  ...listParams,
  status: parseAsChoices(REQUEST_STATUSES),
  topic: parseAsChoices(ASKED_TOPICS),
  sort: parseAsSort(REQUEST_SORTS),
};
export type RequestListParams = inferParserType<typeof requestListParams>;

/** Reads `searchParams` of the page; what does not fit counts as not given. */
export const loadRequestListParams = createLoader(requestListParams);
