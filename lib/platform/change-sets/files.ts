import { definePurpose } from "@/lib/platform/storage/purposes";

/** Sample rows of a preview and the records that an undo left; read on the change set's page only. */
export const changeSetFile = definePurpose({
  name: "platform.change-set",
  upload: null,
  read: "change_sets:read",
  maxBytes: 50 * 1_048_576,
  keepDays: 60,
});
