import { definePurpose } from "@/lib/platform/storage/purposes";

const SCANS = new Set(["application/pdf", "image/jpeg", "image/png", "image/webp"]);

/**
 * Scans of identity papers: a page or a picture, told by its content. What was sent and not saved with a paper goes
 * after a day; only /api/v1/people/papers hands scans out, because it asks whose paper it is.
 */
export const paperScan = definePurpose({
  name: "people.paper",
  upload: "people:edit",
  read: "people:read",
  maxBytes: 10 * 1_048_576,
  keepDays: 1,
  ownDoor: true,
  accepts: { test: (contentType) => SCANS.has(contentType), code: "people.not_a_scan" },
});
