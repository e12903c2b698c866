import { z } from "zod";
import { curriculumLists } from "@/lib/curriculum/import-area";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { isDay } from "@/lib/platform/dates/day";
import { COURSE_FIELDS } from "../file-columns";
import { courseHeadings } from "./fields";

const PATH = "/courses/import";
const options = z.strictObject({ from: z.string().refine(isDay, "curriculum.no_such_day") });

/** Complete enough to run. */
export const courseImportInput = importDraft.extend({
  read: readList,
  mapping: z.record(z.string(), z.number().int()),
  options,
});
export type CourseImportInput = z.infer<typeof courseImportInput>;

/** The import of courses: new ones, changes of those on file, and what they ask for, from a day on. */
export const importCourses = defineChangeSet({
  kind: "curriculum.import-courses",
  permission: "curriculum:edit",
  input: courseImportInput,
  timeoutSeconds: 600,
  href: (id) => `${PATH}/${id}`,
  load: () => import("./run"),
});

defineImport({
  area: curriculumLists,
  kind: importCourses.kind,
  path: PATH,
  fields: COURSE_FIELDS,
  needed: [["code"]],
  guessMapping: courseHeadings.guessMapping,
  knownHeadings: courseHeadings.knownHeadings,
  options,
  asks: "from",
  template: "/api/v1/curriculum/courses/template",
});
