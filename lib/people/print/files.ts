import { definePurpose } from "@/lib/platform/storage/purposes";

/** ID cards and printed lists: for whoever had them made, and for a week, since they can be made again. */
export const printedFile = definePurpose({
  name: "people.printed",
  upload: null,
  read: "documents:print",
  ownOnly: true,
  maxBytes: 200 * 1_048_576,
  keepDays: 7,
});
