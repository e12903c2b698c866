import type { DataChangeStatus, DataChangeTopic } from "@/lib/platform/db/generated/enums";
import { type Explained, explain } from "@/lib/platform/explained";

/** What a person may ask for; everything else is either changed directly or not at all (domain.md 2.3 student). */
export const ASKED_TOPICS = ["LATIN_NAME", "BIRTH", "PAPERS"] as const satisfies readonly DataChangeTopic[];
export type AskedTopic = (typeof ASKED_TOPICS)[number];
export const REQUEST_STATUSES = [
  "PENDING",
  "APPROVED",
  "REJECTED",
  "WITHDRAWN",
] as const satisfies readonly DataChangeStatus[];

/** The fields of each topic, in the order in which they are asked and shown. */
export const TOPIC_FIELDS = {
  LATIN_NAME: ["familyName", "personalName"],
  BIRTH: ["dateOfBirth", "birthProvince"],
  PAPERS: ["kind", "number", "country", "issuedOn", "expiresOn", "issuedBy"],
} as const satisfies Record<AskedTopic, readonly string[]>;
export type ChangeField = (typeof TOPIC_FIELDS)[AskedTopic][number];

export type Value = string | null;
/** Field → what stood there when it was asked, and what is asked for. */
export type Changes = Partial<Record<ChangeField, { from: Value; to: Value }>>;

/** What differs between the record and what is asked for; empty when nothing does. */
export function changesBetween(
  topic: AskedTopic,
  now: Partial<Record<ChangeField, Value>>,
  wanted: Partial<Record<ChangeField, Value>>,
): Changes {
  const changes: Changes = {};
  for (const field of TOPIC_FIELDS[topic]) {
    const from = now[field] ?? null;
    const to = wanted[field] ?? null;
    if (from !== to) changes[field] = { from, to };
  }
  return changes;
}

export type FieldState = "as_asked" | "changed" | "already";

/** How the record stands against a request: as when it was asked, changed since, or as it is wanted already. */
export function fieldState({ from, to }: { from: Value; to: Value }, now: Value): FieldState {
  if (now === to) return "already";
  return now === from ? "as_asked" : "changed";
}

/** The fields that somebody else changed since the request was made. */
export function staleFields(changes: Changes, now: Partial<Record<ChangeField, Value>>): ChangeField[] {
  return (Object.keys(changes) as ChangeField[]).filter((field) => {
    const change = changes[field];
    return change !== undefined && fieldState(change, now[field] ?? null) === "changed";
  });
}

/**
 * Whether somebody may decide a request: never about themselves (domain.md 0.2 row 14).
 * @param decider the person behind the account; null for an account without one
 */
export function mayDecideRequest(decider: number | null, personId: number): Explained<boolean> {
  return decider !== null && decider === personId
    ? explain(false, [{ rule: "people.request_about_oneself", inputs: {} }])
    : explain(true, [{ rule: "people.request_of_another", inputs: {} }]);
}
