import { createLoader, createParser, type inferParserType } from "nuqs/server";
import { isDay } from "@/lib/platform/dates/day";
import { parseAsChoices, parseAsPage, parseAsPageSize, parseAsText } from "@/lib/platform/url/list-params";

export const AUDIT_OPERATIONS = ["INSERT", "UPDATE", "DELETE", "COPY", "EVENT", "FORGET"] as const;

const parseAsDay = createParser<string>({ parse: (text) => (isDay(text) ? text : null), serialize: String });

/** URL state of the audit viewer. */
export const auditParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  /** E-mail, part of a name, or the label as it stands: account:12, system:seed. */
  who: parseAsText,
  /** Name of a table or an event. */
  table: parseAsText,
  /** Key of a row of that table. */
  record: parseAsText,
  /** Number of the student it is about. */
  student: parseAsText,
  from: parseAsDay,
  to: parseAsDay,
  request: parseAsText,
  reason: parseAsText,
  operation: parseAsChoices(AUDIT_OPERATIONS),
};

export type AuditParams = inferParserType<typeof auditParams>;
export const loadAuditParams = createLoader(auditParams);
