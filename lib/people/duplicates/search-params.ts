import { createLoader, type inferParserType } from "nuqs/server";
import { listParams, parseAsChoices, parseAsSort } from "@/lib/platform/url/list-params";
import { DUPLICATE_RISKS, DUPLICATE_SOURCES, DUPLICATE_STATUSES } from "./schemas";

export const DUPLICATE_SORTS = ["score", "foundAt"] as const;

/** URL state of the queue. Without a choice the open pairs stand first, the surest first among them. */
export const duplicateListParams = {
  ...listParams,
  status: parseAsChoices(DUPLICATE_STATUSES),
  risk: parseAsChoices(DUPLICATE_RISKS),
  source: parseAsChoices(DUPLICATE_SOURCES),
  sort: parseAsSort(DUPLICATE_SORTS),
};
export type DuplicateListParams = inferParserType<typeof duplicateListParams>;

/** Reads `searchParams` of the page; what does not fit counts as not given. */
export const loadDuplicateListParams = createLoader(duplicateListParams);
