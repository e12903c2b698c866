import {
  createLoader,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { listParams, parseAsChoices } from "@/lib/platform/url/list-params";
import { MEDIA } from "./kinds";
import { DELIVERY_STATUSES, LANGUAGES } from "./schemas";

const paging = { page: listParams.page, size: listParams.size };

/** URL state of the history of messages. */
export const loadMergeList = createLoader({
  ...paging,
  medium: parseAsStringLiteral(MEDIA),
  template: parseAsInteger,
});

/** URL state of the list of templates. */
export const loadTemplateList = createLoader({
  ...listParams,
  medium: parseAsStringLiteral(MEDIA),
  active: parseAsBoolean,
});

/** URL state of the people of one merge. */
export const loadDeliveryList = createLoader({ ...paging, status: parseAsChoices(DELIVERY_STATUSES) });

/** To whom, with which template, in which language. */
export const loadMergeStart = createLoader({
  to: parseAsString.withDefault(""),
  template: parseAsInteger,
  language: parseAsStringLiteral(LANGUAGES).withDefault("preferred"),
});
