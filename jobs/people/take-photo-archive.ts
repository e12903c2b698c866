import type { takePhotoArchive } from "@/lib/people/photos/jobs";
import { takeArchive } from "@/lib/people/photos/take-archive";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof takePhotoArchive> = ({ fileId }, job) => takeArchive(fileId, job);
