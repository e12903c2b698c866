import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsId } from "@/lib/platform/url/list-params";

/** In force today, to come, over, all. */
export const TEMPLATE_PERIODS = ["current", "coming", "past", "all"] as const;

/** State of the list of part templates in the URL. */
export const templateListParams = {
  when: parseAsStringLiteral(TEMPLATE_PERIODS).withDefault("current"),
  programme: parseAsString,
};
export type TemplateListState = inferParserType<typeof templateListParams>;
export const loadTemplateList = createLoader(templateListParams);

/** The set that a new one replaces or is like. */
export const loadNewTemplate = createLoader({ from: parseAsId });
