import { seatsLeft } from "@/lib/classes/rules";
import type { ClassFact, EnrolmentFact, Snapshot } from "./facts";
import { because, type Finding, finding, remedy } from "./finding";

const OPEN: ReadonlySet<string> = new Set(["SCHEDULED", "ACTIVE"]);

/** A class takes students while it is scheduled or running (domain.md 4.3). */
export function classStatusRule(wanted: ClassFact): Finding {
  const inputs = { status: wanted.status };
  return OPEN.has(wanted.status)
    ? finding("registration.class_status", "pass", [because("class_open", inputs, `class ${wanted.id}`)])
    : finding(
        "registration.class_status",
        "refuse",
        [because("class_not_open", inputs, `class ${wanted.id}`)],
        {
          remedy: remedy("choose_other_class"),
        },
      );
}

/** The term must be active and not over (domain.md 5.2 step 4). */
export function termRule(wanted: ClassFact, today: string): Finding {
  const inputs = { term: wanted.termName, end: wanted.termEnd };
  const source = `term ${wanted.termCode}`;
  if (!wanted.termActive) {
    return finding("registration.term", "refuse", [because("term_inactive", inputs, source)], {
      remedy: remedy("choose_other_term"),
    });
  }
  if (wanted.termEnd < today) {
    return finding("registration.term", "refuse", [because("term_over", inputs, source)], {
      remedy: remedy("choose_other_term"),
    });
  }
  return finding("registration.term", "pass", [because("term_active", inputs, source)]);
}

/**
 * The registration window, then the add deadline. Outside it a registrar is warned (the enrolment is marked late),
 * a student is refused.
 */
export function windowRule(wanted: ClassFact, today: string, strict: boolean): Finding {
  const outside = strict ? "refuse" : "warn";
  const source = `term ${wanted.termCode}`;
  const closes = wanted.addDeadline ?? wanted.closesOn;
  const details = strict ? { policy: "ENROLLMENT" as const, remedy: remedy("ask_registrar") } : {};
  if (wanted.opensOn && today < wanted.opensOn) {
    const inputs = { opens: wanted.opensOn };
    return finding("registration.window", outside, [because("window_not_yet", inputs, source)], details);
  }
  if (closes && today > closes) {
    return finding("registration.window", outside, [because("window_closed", { closes }, source)], details);
  }
  if (!wanted.opensOn && !closes) {
    return finding("registration.window", "pass", [
      because("window_unset", { term: wanted.termName }, source),
    ]);
  }
  const inputs = { opens: wanted.opensOn, closes };
  return finding("registration.window", "pass", [because("window_open", inputs, source)]);
}

/** Whether an enrolment made today comes after the add deadline. */
export function isLate(wanted: ClassFact, today: string): boolean {
  return wanted.addDeadline !== null && today > wanted.addDeadline;
}

/** Free seats; one beyond the capacity needs authority level 2 or higher (domain.md 5.2 step 8). */
export function seatsRule(wanted: ClassFact, own: EnrolmentFact | undefined, givenPool: boolean): Finding {
  const source = `seat_pool ${wanted.poolId}`;
  if (own?.status === "OFFERED") {
    return finding("registration.seats", "pass", [because("seat_offered", {}, source)]);
  }
  const left = seatsLeft(wanted);
  const inputs = { left, capacity: wanted.capacity, taken: wanted.taken, waiting: wanted.waiting };
  if (left > 0 || givenPool) {
    return finding("registration.seats", "pass", [because("seats_free", inputs, source)]);
  }
  const code = wanted.waiting > 0 ? "seats_queue" : "seats_none";
  return finding("registration.seats", "refuse", [because(code, inputs, source)], {
    policy: "ENROLLMENT",
    remedy: remedy("other_section_or_seat"),
  });
}

/** The class by id; a programming error when the snapshot does not hold it. */
export function classOf(snapshot: Snapshot, classId: number): ClassFact {
  const found = snapshot.classes.find((each) => each.id === classId);
  if (!found) throw new Error(`class ${classId} is not in the snapshot`);
  return found;
}
