import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { recordOverride } from "@/lib/platform/access/override";
import { campusToday } from "@/lib/platform/dates/campus";
import { TryAgain, type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { requireStudentInReach } from "../access";
import { getSnapshotInTx } from "../queries/snapshot";
import { classOf, isLate, seatsRule } from "../rules/class-rules";
import type { Snapshot } from "../rules/facts";
import { explainVerdict, policiesOf, toVerdict, type Verdict } from "../rules/finding";
import { endStatus } from "../rules/judge";
import type { CartItemResult, CartResult, EnrolStudentInput } from "../schemas";
import { type AppliedItem, type AppliedOutcome, applyCart } from "./apply-cart";
import { type JudgedItem, judgeCart, lostCompanion } from "./judge-cart";

function toApplied(judged: JudgedItem, snapshot: Snapshot): AppliedItem {
  const { item, setAside } = judged;
  const wanted = classOf(snapshot, item.classId);
  const given = snapshot.enrolments.find((each) => each.classId === item.giveClassId);
  return {
    take: item.classId,
    audit: item.audit ?? false,
    late: isLate(wanted, snapshot.today),
    override: setAside.length > 0,
    over: setAside.some((each) => each.rule === "registration.seats"),
    ...(item.giveClassId === undefined
      ? {}
      : {
          give: item.giveClassId,
          end_status: endStatus(given?.dropDeadline ?? null, snapshot.today),
          reason: storedReason("swapped_for", { class: `${wanted.courseCode} ${wanted.section}` }),
        }),
  };
}

function isSeated(outcome: AppliedOutcome | undefined): boolean {
  return outcome !== undefined && ["enrolled", "accepted", "swapped", "already"].includes(outcome.outcome);
}

/** The seat went to somebody else between judging and taking: said as the rule would have said it. */
function fullVerdict(snapshot: Snapshot, classId: number): Verdict {
  const wanted = classOf(snapshot, classId);
  const taken = wanted.capacity + wanted.overAuthorised - wanted.offered;
  return toVerdict([seatsRule({ ...wanted, taken }, undefined, false)]);
}

function toResult(
  judged: JudgedItem,
  applied: AppliedOutcome | undefined,
  snapshot: Snapshot,
): CartItemResult {
  const { item, verdict, setAside, granted } = judged;
  const base = { classId: item.classId, enrolmentId: applied?.enrolment_id ?? null, overridden: [] };
  if (!granted || !applied) return { ...base, outcome: "refused", explained: explainVerdict(verdict) };
  const { outcome } = applied;
  if (outcome === "full" || outcome === "already_waiting") {
    return { ...base, outcome: "full", explained: explainVerdict(fullVerdict(snapshot, item.classId)) };
  }
  if (outcome === "dropped" || outcome === "withdrawn")
    throw new Error(`${outcome} is no outcome of taking a class`);
  return {
    ...base,
    outcome,
    explained: verdict.value === "warn" ? explainVerdict(verdict) : null,
    overridden: setAside.map((each) => each.rule),
  };
}

async function recordOverrides(
  tx: Tx,
  actor: Actor,
  studentId: number,
  judged: JudgedItem,
  enrolmentId: number | null,
) {
  if (enrolmentId === null || !judged.item.override) return;
  for (const { rule, policy, ...explained } of judged.setAside) {
    if (!policy) continue;
    await recordOverride(tx, actor, {
      asked: { kind: policy, policies: policiesOf(rule) },
      rule,
      subjectId: studentId,
      target: { table: "enrolment", key: enrolmentId },
      reason: judged.item.override.reason,
      explained,
    });
  }
}

/** Judges and takes inside the caller's transaction, which must be able to run again after 40001. */
export async function enrolInTx(
  tx: Tx,
  actor: Actor,
  input: EnrolStudentInput,
  today: string,
): Promise<CartResult> {
  const ids = input.items.flatMap((each) => [each.classId, ...(each.giveClassId ? [each.giveClassId] : [])]);
  const snapshot = await getSnapshotInTx(tx, actor, { studentId: input.studentId, classIds: ids, today });
  const known = new Set(snapshot.classes.map((each) => each.id));
  if (ids.some((id) => !known.has(id))) throw new AppError("not_found", "classes.class_not_found");
  const judged = judgeCart(snapshot, input.items);
  const granted = judged.filter((each) => each.granted);
  const applied =
    granted.length === 0
      ? { version: snapshot.version, items: [] }
      : await applyCart(tx, actor, {
          studentId: input.studentId,
          version: snapshot.version,
          classVersions: Object.fromEntries(snapshot.classes.map((each) => [each.id, each.version])),
          items: granted.map((each) => toApplied(each, snapshot)),
        });
  const outcomes = new Map(granted.map((each, index) => [each, applied.items[index]]));
  const seated = new Set(
    [...outcomes].flatMap(([each, outcome]) => (isSeated(outcome) ? [each.item.classId] : [])),
  );
  // The seat of a course that must be taken together went to somebody else: the rules look again, and say so.
  if (lostCompanion(snapshot, granted, seated)) throw new TryAgain("a co-requisite lost its seat");
  for (const [each, outcome] of outcomes) {
    await recordOverrides(tx, actor, input.studentId, each, outcome?.enrolment_id ?? null);
  }
  const items = judged.map((each) => toResult(each, outcomes.get(each), snapshot));
  return { studentId: input.studentId, version: applied.version, items };
}

/**
 * Enrols a student in the classes of a cart: takes what the rules and the seats allow and says why for the rest; a
 * swap is one item (domain.md 5.2, blueprints 4). Rules named in an item's override are set aside with its reason.
 *
 * @throws AppError `people.student_not_found`, `classes.class_not_found`; `access.override_not_allowed` when the
 * actor's authority does not suffice; `access.forbidden`
 */
export async function enrolStudentCommand(actor: Actor, input: EnrolStudentInput): Promise<CartResult> {
  authorise(actor, "registration:enrol");
  if (input.items.some((each) => each.giveClassId !== undefined)) authorise(actor, "registration:drop");
  if (input.items.some((each) => each.override)) authorise(actor, "registration:override");
  await requireStudentInReach(actor, input.studentId);
  const today = campusToday();
  const reason = input.items.find((each) => each.override)?.override?.reason;
  return writeTx(actor, reason ? { reason } : {}, (tx) => enrolInTx(tx, actor, input, today));
}
