import { definePurpose } from "@/lib/platform/storage/purposes";
import { PROOF_MEGABYTES } from "./schemas";

const PROOFS = new Set(["application/pdf", "image/jpeg", "image/png"]);

/**
 * What proves a correction: a page or a picture, told by its content. What was sent and not asked with goes after a
 * day; only /api/v1/people/proofs takes and hands out proofs, because it asks whose they are.
 */
export const proofFile = definePurpose({
  name: "people.proof",
  upload: null,
  read: "people:read_requests",
  maxBytes: PROOF_MEGABYTES * 1_048_576,
  keepDays: 1,
  ownDoor: true,
  accepts: { test: (contentType) => PROOFS.has(contentType), code: "people.proof_type" },
});
