import type { markPhotoReminders } from "@/lib/people/photos/jobs";
import { markReminders } from "@/lib/people/photos/mark-reminders";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof markPhotoReminders> = (_input, job) => markReminders(job);
