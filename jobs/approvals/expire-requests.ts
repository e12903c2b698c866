import { expireApprovals } from "@/lib/approvals/commands";
import type { expireRequests } from "@/lib/approvals/jobs";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof expireRequests> = async (_, { actor }) => ({
  expired: await expireApprovals(actor),
});
