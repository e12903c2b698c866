import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { ROLES } from "@/lib/platform/access/roles";
import { assignmentStates } from "@/lib/platform/access/schemas";
import { listParams } from "@/lib/platform/url/list-params";

/** URL state of "who holds which role". Without a state everything is shown, the ended too. */
export const assignmentListParams = {
  ...listParams,
  role: parseAsStringLiteral(ROLES),
  state: parseAsStringLiteral(assignmentStates),
};

/** Reads `searchParams` of the page; what does not fit counts as not given. */
export const loadAssignmentListParams = createLoader(assignmentListParams);
