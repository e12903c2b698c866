import { addDays, type Day, daysBetween } from "@/lib/platform/dates/day";
import type {
  CycleChangeEnd,
  ProgrammeEnrolmentStatus,
  ProgrammeKind,
  StudentStatus,
} from "@/lib/platform/db/generated/enums";
import { type Explained, explain, type Reason } from "@/lib/platform/explained";

/** Why somebody left a programme (domain.md 5.1 exit facts). */
export const EXIT_REASONS = [
  "GRAD",
  "COMP",
  "TRAN_INT",
  "TRAN_EXT",
  "DISM",
  "FIN",
  "PERS",
  "MED",
  "VISA",
  "NS",
  "UNK",
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

/** How a programme may end; ACTIVE alone is no end. */
export const ENDINGS = [
  "COMPLETED",
  "WITHDRAWN",
  "TRANSFERRED",
  "DROPPED",
  "INACTIVE",
  "SUSPENDED",
  "FAILED",
  "NO_SHOW",
] as const satisfies readonly ProgrammeEnrolmentStatus[];
export type Ending = (typeof ENDINGS)[number];

const OWN_WISH = ["PERS", "FIN", "MED", "VISA"] as const satisfies readonly ExitReason[];

/** The reasons that go with each ending: who completed did not leave for money, who was dismissed did not graduate. */
export const REASONS_OF: Record<Ending, readonly ExitReason[]> = {
  COMPLETED: ["GRAD", "COMP"],
  WITHDRAWN: [...OWN_WISH, "UNK"],
  TRANSFERRED: ["TRAN_INT", "TRAN_EXT"],
  DROPPED: [...OWN_WISH, "UNK"],
  INACTIVE: [...OWN_WISH, "UNK"],
  SUSPENDED: ["DISM", "FIN", "UNK"],
  FAILED: ["DISM", "UNK"],
  NO_SHOW: ["NS"],
};

const SOURCE = "domain.md 5.1";

/**
 * Whether a programme may end so: with a reason that goes with the ending, from its first day on, not in the future; a
 * language certificate is completed, a degree is graduated from.
 */
export function checkEnding(
  end: { status: Ending; exitReason: ExitReason; endDate: Day },
  programme: { kind: ProgrammeKind; startDate: Day },
  today: Day,
): Explained<boolean> {
  const { status, exitReason, endDate } = end;
  const against: Reason[] = [];
  const fits = REASONS_OF[status].includes(exitReason);
  const graduates = exitReason === "GRAD" && programme.kind === "LANGUAGE";
  if (!fits || graduates) {
    against.push({
      rule: "studies.reason_of_ending",
      inputs: { status, reason: exitReason },
      source: SOURCE,
    });
  }
  if (endDate < programme.startDate) {
    against.push({ rule: "studies.ends_before_start", inputs: { start: programme.startDate, end: endDate } });
  }
  if (endDate > today) {
    against.push({ rule: "studies.ends_in_future", inputs: { end: endDate }, validOn: today });
  }
  return explain(against.length === 0, against);
}

/** Degree rules of a later day may be taken over, older ones never again, and none of a day to come (blueprints.md 6). */
export function checkCatalogueDate(
  wanted: Day,
  programme: { startDate: Day; catalogueDate: Day },
  today: Day,
): Explained<boolean> {
  const { catalogueDate, startDate } = programme;
  const latest = startDate > today ? startDate : today;
  const inputs = { wanted, now: catalogueDate, latest };
  const source = "blueprints.md 6";
  if (wanted < catalogueDate) return explain(false, [{ rule: "studies.catalogue_back", inputs, source }]);
  if (wanted > latest) return explain(false, [{ rule: "studies.catalogue_future", inputs, source }]);
  return explain(true, [{ rule: "studies.catalogue_later", inputs, source }]);
}

/** Only ACTIVE students enter a programme; any other status is an academic hold (domain.md 2.2). */
export function checkMayEnter(status: StudentStatus, since: Day): Explained<boolean> {
  const inputs = { status, since };
  const source = "domain.md 2.2";
  return status === "ACTIVE"
    ? explain(true, [{ rule: "studies.status_active", inputs, source }])
    : explain(false, [{ rule: "studies.status_not_active", inputs, source }], {
        rule: "studies.change_status",
      });
}

/** How a programme that still runs ends with a student who leaves; null for a status that ends none. */
export function endingWith(
  to: StudentStatus,
  kind: ProgrammeKind,
): { status: Ending; exitReason: ExitReason } | null {
  switch (to) {
    case "GRADUATED":
      return { status: "COMPLETED", exitReason: kind === "ACADEMIC" ? "GRAD" : "COMP" };
    case "DROPPED":
      return { status: "DROPPED", exitReason: "UNK" };
    case "TRANSFERRED":
      return { status: "TRANSFERRED", exitReason: "TRAN_EXT" };
    default:
      return null;
  }
}

/** Why a change of cycle ends with its programme: until then it brings its fee each term (domain.md 5.1). */
export function cycleEndOf(status: Ending, exitReason: ExitReason): CycleChangeEnd | null {
  switch (status) {
    case "COMPLETED":
      return "GRADUATED";
    case "TRANSFERRED":
      return exitReason === "TRAN_EXT" ? "TRANSFERRED" : "OTHER";
    // Who pauses has not left the cycle.
    case "INACTIVE":
    case "SUSPENDED":
      return null;
    default:
      return "WITHDRAWN";
  }
}

export type LeaveDays = { startsOn: Day; returnsOn: Day };

/** Days back to which a leave may begin: papers of an illness come late. */
const LEAVE_BACK = 60;

/** Whether a leave may be asked for: it has a day of return, is no longer than the setting, does not begin long ago. */
export function checkLeave(leave: LeaveDays, today: Day, maxDays: number): Explained<boolean> {
  const { startsOn, returnsOn } = leave;
  const days = daysBetween(startsOn, returnsOn);
  const against: Reason[] = [];
  const source = "domain.md 0.2 row 12";
  if (days <= 0) against.push({ rule: "studies.leave_order", inputs: { startsOn, returnsOn }, source });
  if (days > maxDays) against.push({ rule: "studies.leave_too_long", inputs: { days, maxDays }, source });
  const earliest = addDays(today, -LEAVE_BACK);
  if (startsOn < earliest) {
    against.push({ rule: "studies.leave_too_old", inputs: { startsOn, earliest }, validOn: today });
  }
  return explain(
    against.length === 0,
    against.length > 0 ? against : [{ rule: "studies.leave_keeps_place", inputs: { days }, source }],
  );
}

/** Where a leave stands on a day: ahead, running, or over. */
export function leaveState(
  leave: { status: "APPROVED" | "CANCELLED" | "RETURNED"; startsOn: Day; returnsOn: Day },
  today: Day,
): "ahead" | "away" | "over" | "returned" | "cancelled" {
  if (leave.status === "CANCELLED") return "cancelled";
  if (leave.status === "RETURNED") return "returned";
  if (today < leave.startsOn) return "ahead";
  return today < leave.returnsOn ? "away" : "over";
}
