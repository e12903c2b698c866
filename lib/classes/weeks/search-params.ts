import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { WEEK_KINDS } from "./schemas";

/** Whose week the page shows: a kind, and the code or number of one of it. */
export const loadWeekOf = createLoader({
  of: parseAsStringLiteral(WEEK_KINDS).withDefault("room"),
  id: parseAsString.withDefault(""),
});
