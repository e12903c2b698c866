import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { listParams, parseAsSort } from "@/lib/platform/url/list-params";

export const TEXTBOOK_SORTS = ["title", "author", "year"] as const;
export const TEXTBOOK_USES = ["used", "unused"] as const;

/** State of the list of textbooks in the URL. */
export const textbookListParams = {
  ...listParams,
  sort: parseAsSort(TEXTBOOK_SORTS).withDefault({ column: "title", direction: "asc" }),
  use: parseAsStringLiteral(TEXTBOOK_USES),
  kept: parseAsStringLiteral(["yes", "no"] as const),
};
export type TextbookListState = inferParserType<typeof textbookListParams>;
export const loadTextbookList = createLoader(textbookListParams);
