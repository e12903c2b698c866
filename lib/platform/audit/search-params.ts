import { createLoader, type inferParserType } from "nuqs/server";
import {
  parseAsChoices,
  parseAsDay,
  parseAsPage,
  parseAsPageSize,
  parseAsText,
} from "@/lib/platform/url/list-params";

export const AUDIT_OPERATIONS = ["INSERT", "UPDATE", "DELETE", "COPY", "EVENT", "FORGET"] as const;

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
