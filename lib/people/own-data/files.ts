import { definePurpose } from "@/lib/platform/storage/purposes";

/** Everything held about a person, for that person. Only /api/own-data hands it out; its days are a setting. */
export const ownDataFile = definePurpose({
  name: "people.own-data",
  upload: null,
  read: "people:read",
  maxBytes: 256 * 1_048_576,
  keepDays: 1,
  ownDoor: true,
});
