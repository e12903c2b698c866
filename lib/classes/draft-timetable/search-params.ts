import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { listParams } from "@/lib/platform/url/list-params";
import { ITEM_FILTERS } from "./kinds";

export const loadProposalList = createLoader({ page: listParams.page, size: listParams.size });

/** State of the deliveries of one proposal in the URL. */
export const proposalItemParams = {
  page: listParams.page,
  size: listParams.size,
  q: listParams.q,
  show: parseAsStringLiteral(ITEM_FILTERS),
};
export type ProposalItemsState = inferParserType<typeof proposalItemParams>;
export const loadProposalItems = createLoader(proposalItemParams);
