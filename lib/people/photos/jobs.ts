import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Takes the pictures of an archive in, one by one, each to the student of its file name. */
export const takePhotoArchive = defineJob({
  name: "people.take-photo-archive",
  lane: "heavy",
  permission: "people:edit",
  input: z.object({ fileId: z.uuid() }),
  expireInSeconds: 3_600,
  href: () => "/photos/bulk",
});

/** Counts photos by how pressing a new one is, and marks whom that is told to. */
export const markPhotoReminders = defineJob({
  name: "people.mark-photo-reminders",
  input: z.object({}),
  schedule: "40 2 * * *",
});
