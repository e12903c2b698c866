import { definePurpose } from "@/lib/platform/storage/purposes";

/** The letters of a merge, for whoever had them made. */
export const lettersFile = definePurpose({
  name: "messages.letters",
  upload: null,
  read: "messages:send",
  ownOnly: true,
  maxBytes: 200 * 1_048_576,
  keepDays: 30,
});
