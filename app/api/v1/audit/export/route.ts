import { getTranslations } from "next-intl/server";
import { columnSight } from "@/lib/people/column-fields";
import { findSubjectId } from "@/lib/people/queries/subjects";
import { parseStudentNumber } from "@/lib/people/rules";
import { route } from "@/lib/platform/api/route";
import { recordEvent } from "@/lib/platform/audit/event";
import { streamAuditEntries } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { loose } from "@/lib/platform/i18n/explain-text";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { flatParams } from "@/lib/platform/url/href";

const COLUMNS = [
  "at",
  "by",
  "operation",
  "table",
  "record",
  "subject",
  "reason",
  "request",
  "changeSet",
  "old",
  "new",
] as const;

/** The audit log as a CSV file, filtered as the page is. Taking it away is an entry of the log itself. */
export const GET = route(
  { name: "audit.export", method: "GET", permission: "audit:read", rateLimit: "export" },
  async ({ actor, request }) => {
    const search = request.nextUrl.searchParams;
    const { page: _, size: __, student, ...filter } = loadAuditParams(search);
    const number = student ? parseStudentNumber(student) : null;
    const found = number === null ? null : await findSubjectId(actor, number);
    const subjectId = student ? (found ?? -1) : null;
    const asked = flatParams(Object.fromEntries(search));
    await writeTx(actor, {}, (tx) => recordEvent(tx, "audit.exported", null, { filter: asked }));
    const t = await getTranslations("audit.columns");
    const reasons = loose(await getTranslations("reasons"));
    async function* cells() {
      for await (const entry of streamAuditEntries(actor, { ...filter, subjectId }, columnSight(actor))) {
        yield [
          entry.at,
          entry.by,
          entry.operation,
          entry.table,
          entry.record,
          entry.subjectId,
          entry.reason && tellReason(reasons, entry.reason),
          entry.requestId,
          entry.changeSetId,
          entry.old && JSON.stringify(entry.old),
          entry.new && JSON.stringify(entry.new),
        ];
      }
    }
    return csvResponse(
      `audit-${campusToday()}`,
      COLUMNS.map((column) => t(column)),
      cells(),
    );
  },
);
