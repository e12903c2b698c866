import { createLoader, type inferParserType, parseAsString } from "nuqs/server";
import { listParams, parseAsChoices, parseAsSort } from "@/lib/platform/url/list-params";
import { PROJECT_STATUSES } from "./states";

export const PROJECT_SORTS = ["title", "term", "proposed", "status"] as const;

/** State of the list of project groups in the URL. */
export const projectListParams = {
  ...listParams,
  sort: parseAsSort(PROJECT_SORTS).withDefault({ column: "term", direction: "desc" }),
  term: parseAsString,
  status: parseAsChoices(PROJECT_STATUSES),
};

export type ProjectListState = inferParserType<typeof projectListParams>;
export const loadProjectList = createLoader(projectListParams);
