import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { ROLES } from "@/lib/platform/access/roles";
import { accountSources, accountStatuses, lastSeenChoices } from "@/lib/platform/accounts/schemas";
import { listParams, parseAsSort } from "@/lib/platform/url/list-params";

/** URL state of the list of accounts. */
export const accountListParams = {
  ...listParams,
  role: parseAsStringLiteral(ROLES),
  status: parseAsStringLiteral(accountStatuses),
  source: parseAsStringLiteral(accountSources),
  seen: parseAsStringLiteral(lastSeenChoices),
  sort: parseAsSort(["displayName", "email"]).withDefault({ column: "displayName", direction: "asc" }),
};

export type AccountListParams = inferParserType<typeof accountListParams>;
export const loadAccountListParams = createLoader(accountListParams);
