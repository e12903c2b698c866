import { getTranslations } from "next-intl/server";
import { EXPORT_COLUMNS, exportStudents } from "@/lib/people/queries/export-students";
import { loadStudentListParams } from "@/lib/people/search-params";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { csvResponse } from "@/lib/platform/spreadsheet/csv";
import { flatParams } from "@/lib/platform/url/href";
import { limitStudents } from "@/lib/people/queries/student-limits";

/** The list of students as a CSV file: the same URL state as the page, all pages. */
export const GET = route(
  { name: "people.export-students", method: "GET", permission: "people:export", rateLimit: "export" },
  async ({ actor, request }) => {
    const search = request.nextUrl.searchParams;
    const { page: _, size: __, term, ...filter } = loadStudentListParams(search);
    const limits = await limitStudents(actor, { term, without: filter.without });
    const asked = flatParams(Object.fromEntries(search));
    const rows = await exportStudents(actor, { ...filter, ...limits }, asked);
    const t = await getTranslations("people.columns");
    async function* cells() {
      let records = 0;
      try {
        for await (const row of rows) {
          records += 1;
          yield EXPORT_COLUMNS.map((column) => row[column]);
        }
      } finally {
        // As many as left, also when the reader went away before the end.
        recordAccess(actor, { what: "people.export", subjectId: null, records });
      }
    }
    const header = EXPORT_COLUMNS.map((column) => t(column));
    return csvResponse(`students-${campusToday()}`, header, cells());
  },
);
