import { getTranslations } from "next-intl/server";
import { findSubjectId } from "@/lib/people/queries/subjects";
import { parseStudentNumber } from "@/lib/people/rules";
import { streamAccesses } from "@/lib/platform/access-log/queries";
import { loadAccessLogParams } from "@/lib/platform/access-log/search-params";
import { route } from "@/lib/platform/api/route";
import { recordEvent } from "@/lib/platform/audit/event";
import { campusToday } from "@/lib/platform/dates/campus";
import { writeTx } from "@/lib/platform/db/transaction";
import { loose } from "@/lib/platform/i18n/explain-text";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { flatParams } from "@/lib/platform/url/href";

const COLUMNS = ["at", "by", "role", "what", "subject", "target", "records", "ip", "request"] as const;

/** The access log as a CSV file, filtered as the page is. Taking it away is an entry of the audit. */
export const GET = route(
  { name: "access_log.export", method: "GET", permission: "access_log:read", rateLimit: "export" },
  async ({ actor, request }) => {
    const search = request.nextUrl.searchParams;
    const { page: _, size: __, student, ...filter } = loadAccessLogParams(search);
    const number = student ? parseStudentNumber(student) : null;
    const found = number === null ? null : await findSubjectId(actor, number);
    // A number that nobody has finds nothing, instead of everything.
    const subjectId = student ? (found ?? -1) : null;
    const asked = flatParams(Object.fromEntries(search));
    await writeTx(actor, {}, (tx) =>
      recordEvent(tx, "access_log.accesses_exported", null, { filter: asked }),
    );
    const [t, roles] = await Promise.all([getTranslations("accessLog"), getTranslations("roles")]);
    const say = (translate: unknown, key: string, otherwise: string) =>
      loose(translate).has(key) ? loose(translate)(key) : otherwise;
    async function* cells() {
      for await (const row of streamAccesses(actor, { ...filter, subjectId })) {
        yield [
          row.at,
          row.by,
          say(roles, row.role, row.role),
          say(t, `what.${row.what}`, row.what),
          row.subjectId,
          row.target,
          row.records,
          row.ip,
          row.requestId,
        ];
      }
    }
    return csvResponse(
      `access-log-${campusToday()}`,
      COLUMNS.map((column) => t(`columns.${column}`)),
      cells(),
    );
  },
);
