import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ChangeSetStatus } from "@/lib/platform/db/generated/enums";
import { parseAsPage, parseAsPageSize } from "@/lib/platform/url/list-params";

/** Every state that a set can be in, as the database knows them. */
export const CHANGE_SET_STATUSES = Object.values(ChangeSetStatus);

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
