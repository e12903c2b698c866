import { makeOwnDataFile } from "@/lib/operations/own-data/make";
import type { makeOwnData } from "@/lib/people/own-data/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof makeOwnData> = ({ id }, job) => makeOwnDataFile(id, job);
