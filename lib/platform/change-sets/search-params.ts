import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ChangeSetStatus } from "@/lib/platform/db/generated/enums";
import { parseAsPage, parseAsPageSize } from "@/lib/platform/url/list-params";

/** State of the list of change sets in the URL. */
export const changeSetListParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  status: parseAsStringLiteral(Object.values(ChangeSetStatus)),
};
export type ChangeSetListState = inferParserType<typeof changeSetListParams>;
export const loadChangeSetList = createLoader(changeSetListParams);

/** State of the list of changed rows of one set. */
export const changedRowsParams = { page: parseAsPage, table: parseAsString };
export const loadChangedRows = createLoader(changedRowsParams);
