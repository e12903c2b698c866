import type { learnKhmerNames } from "@/lib/people/khmer-names/jobs";
import { learnPatterns } from "@/lib/people/khmer-names/learn";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobWork } from "@/lib/platform/jobs/define";

const TIMEOUT_MS = 300_000;

export const work: JobWork<typeof learnKhmerNames> = async (_input, { actor }) => ({
  patterns: await writeTx(actor, { timeoutMs: TIMEOUT_MS }, (tx) => learnPatterns(tx)),
});
