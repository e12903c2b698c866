import { z } from "zod";
import { curriculumLists } from "@/lib/curriculum/import-area";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { isDay } from "@/lib/platform/dates/day";
import { REQUIREMENT_FIELDS, requirementHeadings } from "./fields";

const PATH = "/programmes/import";
const options = z.strictObject({ from: z.string().refine(isDay, "curriculum.no_such_day") });

/** Complete enough to run. */
export const requirementImportInput = importDraft.extend({
  read: readList,
  mapping: z.record(z.string(), z.number().int()),
  options,
});
export type RequirementImportInput = z.infer<typeof requirementImportInput>;

/** The import of whole lists of degrees, from a day on; here, because whom it concerns is known by the studies. */
export const importRequirements = defineChangeSet({
  kind: "studies.import-requirements",
  permission: "curriculum:edit",
  input: requirementImportInput,
  timeoutSeconds: 600,
  href: (id) => `${PATH}/${id}`,
  load: () => import("./run"),
});

defineImport({
  area: curriculumLists,
  kind: importRequirements.kind,
  path: PATH,
  fields: REQUIREMENT_FIELDS,
  needed: [["programme", "course"]],
  guessMapping: requirementHeadings.guessMapping,
  knownHeadings: requirementHeadings.knownHeadings,
  options,
  asks: "from",
  template: "/api/v1/curriculum/requirements/template",
});
