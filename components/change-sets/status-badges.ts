import type { Badge, Tone } from "@/components/data-table/columns";
import type { ChangeSetStatus } from "@/lib/platform/db/generated/enums";

const TONES: Record<ChangeSetStatus, Tone> = {
  DRAFT: "neutral",
  PREVIEWING: "info",
  PREVIEWED: "warning",
  APPLYING: "info",
  APPLIED: "success",
  UNDOING: "info",
  UNDONE: "neutral",
};

/** Words and colours of the states, for badges. */
export function statusBadges(say: (status: ChangeSetStatus) => string): Record<ChangeSetStatus, Badge> {
  const entries = Object.entries(TONES) as [ChangeSetStatus, Tone][];
  return Object.fromEntries(
    entries.map(([status, tone]) => [status, { label: say(status), tone }]),
  ) as Record<ChangeSetStatus, Badge>;
}
