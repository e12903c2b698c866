import { mayBeTable } from "@/lib/platform/storage/content-type";
import { definePurpose } from "@/lib/platform/storage/purposes";

const MEGABYTE = 1_048_576;

/** Lists that people send in. */
export const importUpload = definePurpose({
  name: "studies.import",
  upload: "people:import",
  read: "people:import",
  maxBytes: 60 * MEGABYTE,
  keepDays: 30,
  accepts: { test: mayBeTable, code: "spreadsheet.not_a_table" },
});

/** The cells of a list as the worker read them, and the problems it found; never downloaded. */
export const importWork = definePurpose({
  name: "studies.import-work",
  upload: null,
  read: "people:import",
  maxBytes: 1_024 * MEGABYTE,
  keepDays: 30,
});

/** Rows that were not taken, to mend and load again. */
export const importRejected = definePurpose({
  name: "studies.import-rejected",
  upload: null,
  read: "people:import",
  maxBytes: 1_024 * MEGABYTE,
  keepDays: 30,
});
