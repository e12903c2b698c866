import type { z } from "zod";
import { guessMapping, IMPORT_FIELDS, knownHeadings } from "@/lib/people/import/fields";
import { importMapping, importOptions } from "@/lib/people/import/schemas";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { peopleLists } from "@/lib/people/imports/files";
import { defineChangeSet } from "@/lib/platform/change-sets/define";

/** Complete enough to run. */
export const importInput = importDraft.extend({
  read: readList,
  mapping: importMapping,
  options: importOptions,
});
export type ImportInput = z.infer<typeof importInput>;

/** The import of students from a list (blueprints.md 8). */
export const importStudents = defineChangeSet({
  kind: "studies.import-students",
  permission: "people:import",
  input: importInput,
  timeoutSeconds: 3_000,
  href: (id) => `/students/import/${id}`,
  load: () => import("./run"),
});

defineImport({
  area: peopleLists,
  kind: importStudents.kind,
  path: "/students/import",
  fields: IMPORT_FIELDS,
  needed: [["fullName"], ["familyName", "personalName"]],
  guessMapping,
  knownHeadings,
  options: importOptions,
  asks: "student",
});
