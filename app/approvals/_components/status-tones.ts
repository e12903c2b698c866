import type { Tone } from "@/components/data-table/columns";
import type { ApprovalLine } from "@/lib/approvals/schemas";

/** Colour of a state, by meaning: a refusal is an answer, not a fault. */
export const statusTones: Record<ApprovalLine["status"], Exclude<Tone, "plain" | "neutral"> | "neutral"> = {
  PENDING: "info",
  APPROVED: "success",
  REJECTED: "warning",
  WITHDRAWN: "neutral",
  EXPIRED: "neutral",
};
