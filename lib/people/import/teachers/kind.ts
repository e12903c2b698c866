import { z } from "zod";
import { existingOption } from "@/lib/people/import/schemas";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { peopleLists } from "@/lib/people/imports/files";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { TEACHER_FIELDS, teacherHeadings } from "./fields";

const PATH = "/teachers/import";

/** Complete enough to run. */
export const teacherImportInput = importDraft.extend({
  read: readList,
  mapping: z.record(z.string(), z.number().int()),
  options: existingOption,
});
export type TeacherImportInput = z.infer<typeof teacherImportInput>;

/** The import of teachers: new people with their profile, or changes of those on file by their number. */
export const importTeachers = defineChangeSet({
  kind: "people.import-teachers",
  permission: "people:import",
  input: teacherImportInput,
  timeoutSeconds: 1_800,
  href: (id) => `${PATH}/${id}`,
  load: () => import("./run"),
});

defineImport({
  area: peopleLists,
  kind: importTeachers.kind,
  path: PATH,
  fields: TEACHER_FIELDS,
  // A list that only changes teachers on file needs no names.
  needed: [["teacherNumber"], ["fullName"], ["familyName", "personalName"]],
  guessMapping: teacherHeadings.guessMapping,
  knownHeadings: teacherHeadings.knownHeadings,
  options: existingOption,
  asks: "existing",
});
