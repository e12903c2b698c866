import { createLoader } from "nuqs/server";
import { parseAsPage } from "@/lib/platform/url/list-params";

/** URL state of who works in a department: the page of names. */
export const loadDepartmentParams = createLoader({ page: parseAsPage });
