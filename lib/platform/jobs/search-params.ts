import { createLoader, type inferParserType, parseAsIsoDate, parseAsString } from "nuqs/server";
import { listParams, parseAsChoices } from "@/lib/platform/url/list-params";
import { JOB_STATUSES } from "./schemas";

/** State of the list of jobs in the URL. */
export const jobListParams = {
  ...listParams,
  status: parseAsChoices(JOB_STATUSES),
  name: parseAsString,
  who: parseAsString,
  from: parseAsIsoDate,
  to: parseAsIsoDate,
};

export type JobListState = inferParserType<typeof jobListParams>;
export const loadJobList = createLoader(jobListParams);
