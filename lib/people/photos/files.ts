import { definePurpose } from "@/lib/platform/storage/purposes";
import { PHOTO_BYTES_MAX } from "./rules";

/**
 * The pictures as they are shown. Nobody reads one by the id of its file: /api/photos asks whose it is. A file goes
 * after a day unless a photo names it.
 */
export const photoFile = definePurpose({
  name: "people.photo",
  upload: null,
  read: "people:read",
  ownDoor: true,
  maxBytes: PHOTO_BYTES_MAX,
  keepDays: 1,
});

/** Many pictures in one archive, named by student number. */
export const photoArchive = definePurpose({
  name: "people.photo-archive",
  upload: "people:edit",
  read: "people:read",
  ownDoor: true,
  maxBytes: 300 * 1_048_576,
  keepDays: 7,
  accepts: { test: (type) => type === "application/zip", code: "people.photo_archive" },
});

/** What became of each picture of an archive, for whoever sent it. */
export const photoReport = definePurpose({
  name: "people.photo-report",
  upload: null,
  read: "people:read",
  ownDoor: true,
  maxBytes: 16 * 1_048_576,
  keepDays: 30,
});
