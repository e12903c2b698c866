import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { ACCESS_KINDS } from "@/lib/platform/access-log/schemas";
import {
  parseAsDay,
  parseAsId,
  parseAsPage,
  parseAsPageSize,
  parseAsText,
} from "@/lib/platform/url/list-params";

/** URL state of the access log. */
export const accessLogParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  /** E-mail or part of a name of who opened it. */
  who: parseAsText,
  /** Id of one account, as links lead here. */
  account: parseAsId,
  /** Number of the student whose record it was. */
  student: parseAsText,
  what: parseAsStringLiteral(ACCESS_KINDS),
  from: parseAsDay,
  to: parseAsDay,
};

export type AccessLogParams = inferParserType<typeof accessLogParams>;
export const loadAccessLogParams = createLoader(accessLogParams);
