import { exportAnswer } from "@/lib/people/lists/export-answer";
import { route } from "@/lib/platform/api/route";

/** The list as a CSV or XLSX file: the same URL state as the page, all pages. */
export const GET = route(
  { name: "people.export-students", method: "GET", permission: "people:export", rateLimit: "export" },
  async ({ actor, request }) => exportAnswer(actor, "students", request.nextUrl.searchParams),
);
