import type { BadgeVariant } from "@/components/ui/badge";
import type { ColleagueState } from "@/lib/people/colleagues/rules";

/** Colour of a teacher's or staff member's state by meaning. */
export const STATE_VARIANT: Record<ColleagueState, BadgeVariant> = {
  ACTIVE: "success",
  INACTIVE: "default",
  SUSPENDED: "danger",
  ON_LEAVE: "warning",
  NOT_BEGUN: "info",
  ENDED: "default",
};
