import type { Permission } from "@/lib/platform/access/permissions";
import { mayBeTable } from "@/lib/platform/storage/content-type";
import { definePurpose, type FilePurpose } from "@/lib/platform/storage/purposes";

const MEGABYTE = 1_048_576;

/** Lists that the same right loads: who sends them in, and where their files lie. */
export type ImportArea = {
  permission: Permission;
  /** Lists that people send in. */
  upload: FilePurpose;
  /** The cells of a list as the worker read them, and the problems it found; never downloaded. */
  work: FilePurpose;
  /** Rows that were not taken, to mend and load again. */
  rejected: FilePurpose;
};

/**
 * Declares an area of imports, in a module of the domain whose lists they are.
 * @param name begins the names of its files: `<name>.import`
 */
export function defineImportArea(name: string, permission: Permission): ImportArea {
  const kept = { read: permission, keepDays: 30 };
  return {
    permission,
    upload: definePurpose({
      ...kept,
      name: `${name}.import`,
      upload: permission,
      maxBytes: 60 * MEGABYTE,
      accepts: { test: mayBeTable, code: "spreadsheet.not_a_table" },
    }),
    work: definePurpose({ ...kept, name: `${name}.import-work`, upload: null, maxBytes: 1_024 * MEGABYTE }),
    rejected: definePurpose({
      ...kept,
      name: `${name}.import-rejected`,
      upload: null,
      maxBytes: 1_024 * MEGABYTE,
    }),
  };
}
