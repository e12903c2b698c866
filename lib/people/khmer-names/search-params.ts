import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { listParams } from "@/lib/platform/url/list-params";

/** What is to be done about Khmer names: none, a guess, confirmed by the person only, from old records. */
export const KHMER_NAME_TASKS = ["unchecked", "missing", "guess", "old"] as const;
export type KhmerNameTask = (typeof KHMER_NAME_TASKS)[number];

/** URL state of the work list of Khmer names. */
export const khmerNameListParams = {
  page: listParams.page,
  size: listParams.size,
  /** Without a choice: whatever needs a look. */
  task: parseAsStringLiteral(KHMER_NAME_TASKS),
};
export type KhmerNameListParams = inferParserType<typeof khmerNameListParams>;

/** Reads `searchParams` of the page; what does not fit counts as not given. */
export const loadKhmerNameListParams = createLoader(khmerNameListParams);
