import { z } from "zod";
import { defineImport } from "@/lib/people/imports/define";
import { importDraft, readList } from "@/lib/people/imports/draft";
import { peopleLists } from "@/lib/people/imports/files";
import { defineChangeSet } from "@/lib/platform/change-sets/define";
import { CONTACT_FIELDS, contactHeadings } from "./fields";

const PATH = "/students/import/contacts";
const options = z.strictObject({});

/** Complete enough to run. */
export const contactImportInput = importDraft.extend({
  read: readList,
  mapping: z.record(z.string(), z.number().int()),
  options,
});
export type ContactImportInput = z.infer<typeof contactImportInput>;

/** The import of phones, e-mails and contacts of students on file. */
export const importContacts = defineChangeSet({
  kind: "people.import-contacts",
  permission: "people:import",
  input: contactImportInput,
  timeoutSeconds: 1_800,
  href: (id) => `${PATH}/${id}`,
  load: () => import("./run"),
});

defineImport({
  area: peopleLists,
  kind: importContacts.kind,
  path: PATH,
  fields: CONTACT_FIELDS,
  needed: [["number"]],
  guessMapping: contactHeadings.guessMapping,
  knownHeadings: contactHeadings.knownHeadings,
  options,
  asks: "nothing",
});
