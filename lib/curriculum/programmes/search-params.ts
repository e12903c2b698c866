import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import {
  listParams,
  parseAsChoices,
  parseAsCodes,
  parseAsDay,
  parseAsSort,
} from "@/lib/platform/url/list-params";
import { PROGRAMME_KINDS } from "./rules";

export const PROGRAMME_SORTS = ["code", "name", "award", "requirements", "credits"] as const;

/** URL state of the list of programmes; without a sort the order of the university's own lists. */
export const programmeListParams = {
  ...listParams,
  sort: parseAsSort(PROGRAMME_SORTS),
  kind: parseAsChoices(PROGRAMME_KINDS),
  /** Codes of cycles. */
  cycle: parseAsCodes,
  state: parseAsStringLiteral(["open", "closed"]),
};
export type ProgrammeListState = inferParserType<typeof programmeListParams>;
export const loadProgrammeList = createLoader(programmeListParams);

/** URL state of the requirements and of the map: the catalogue date, today without one; how the map is laid out. */
export const catalogueParams = {
  on: parseAsDay,
  by: parseAsStringLiteral(["term", "need"]).withDefault("term"),
};
export const loadCatalogueParams = createLoader(catalogueParams);

/** URL state of who studies in a programme: catalogue dates from a day on, or one exactly. */
export const programmeStudentParams = {
  ...listParams,
  from: parseAsDay,
  on: parseAsDay,
};
export type ProgrammeStudentState = inferParserType<typeof programmeStudentParams>;
export const loadProgrammeStudents = createLoader(programmeStudentParams);
