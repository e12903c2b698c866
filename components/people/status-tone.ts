import type { Tone } from "@/components/data-table/columns";
import type { BadgeVariant } from "@/components/ui/badge";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";

/** Colour of a student's status by meaning: green studies, blue has arrived, yellow pauses, red is stopped. */
export const STATUS_TONE: Record<StudentStatus, Tone> = {
  ACTIVE: "success",
  INACTIVE: "warning",
  GRADUATED: "info",
  DROPPED: "neutral",
  SUSPENDED: "danger",
  TRANSFERRED: "neutral",
  FROZEN: "danger",
  UNKNOWN: "neutral",
};

/** The same for a badge outside of a table. */
export function statusVariant(status: StudentStatus): BadgeVariant {
  const tone = STATUS_TONE[status];
  return tone === "neutral" || tone === "plain" ? "default" : tone;
}
