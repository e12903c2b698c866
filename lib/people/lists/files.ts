import { definePurpose } from "@/lib/platform/storage/purposes";

const MEGABYTE = 1_048_576;

/** Lists that somebody took out; made for one person's reach, so nobody else opens them. */
export const exportFile = definePurpose({
  name: "people.export",
  upload: null,
  read: "people:export",
  ownOnly: true,
  maxBytes: 500 * MEGABYTE,
  keepDays: 7,
});

/** What was asked for, for the worker: a search may hold a name, and the input of a job is read by operators. */
export const exportAskFile = definePurpose({
  name: "people.export-ask",
  upload: null,
  read: "people:export",
  ownOnly: true,
  maxBytes: MEGABYTE,
  keepDays: 1,
});
