import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsPage, parseAsPageSize } from "@/lib/platform/url/list-params";

export const CHANGE_SET_STATUSES = [
  "DRAFT",
  "PREVIEWING",
  "PREVIEWED",
  "APPLYING",
  "APPLIED",
  "UNDOING",
  "UNDONE",
] as const;

/** State of the list of change sets in the URL. */
export const changeSetListParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  status: parseAsStringLiteral(CHANGE_SET_STATUSES),
};
export type ChangeSetListState = inferParserType<typeof changeSetListParams>;
export const loadChangeSetList = createLoader(changeSetListParams);

/** State of the list of changed rows of one set. */
export const changedRowsParams = { page: parseAsPage, table: parseAsString };
export const loadChangedRows = createLoader(changedRowsParams);
