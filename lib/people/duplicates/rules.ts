import type { Day } from "@/lib/platform/dates/day";
import { daysBetween } from "@/lib/platform/dates/day";
import type { DuplicateRisk } from "@/lib/platform/db/generated/enums";
import { type Explained, explain, type Reason } from "@/lib/platform/explained";
import { type ComparedName, nameLikeness } from "./names";

/** What is compared about two people (domain.md 2.2 Duplicates). */
export type DuplicateFacts = ComparedName & {
  dateOfBirth: Day | null;
  birthProvince: string | null;
  /** The last eight digits of every telephone number. */
  phones: readonly string[];
  /** Lower case. */
  emails: readonly string[];
  /** Code of the current programme. */
  programme: string | null;
  /** Whether money is owed; null while nobody can know: there is no ledger yet. */
  owes: boolean | null;
};

export type DuplicateVerdict = {
  /** 0 to 1, three decimals. */
  score: number;
  risk: DuplicateRisk;
  /** Worth showing to somebody who enters a person. */
  kept: boolean;
  /** A pair that somebody has to look at. */
  isCandidate: boolean;
};

/** Thousandths of the score, as domain.md 2.2 writes them; a pair has at most one of name_* and of birth_*. */
export const WEIGHTS = {
  name_same: 400,
  name_alike: 300,
  birth_same: 320,
  birth_near: 180,
  phone: 225,
  email: 180,
  province: 60,
  programme: 80,
  debt: 100,
} as const;

export type DuplicateSign = keyof typeof WEIGHTS;

const SAME_NAME = 0.95;
const ALIKE_NAME = 0.75;
const NEAR_DAYS = 30;
/** Matches above it are kept, the best ten of them. */
export const KEPT_ABOVE = 0.3;
export const KEPT_MATCHES = 10;
export const CANDIDATE_FROM = 0.5;
const REVIEW_FROM = 0.8;
const HIGH_FROM = 0.9;
const MEDIUM_FROM = 0.7;
const SOURCE = "domain.md 2.2";
/** Says nothing about where somebody was born. */
const NO_PROVINCE = new Set(["INTERNATIONAL", "UNKNOWN"]);

const RULES: Record<DuplicateSign, string> = {
  name_same: "people.duplicate.name_same",
  name_alike: "people.duplicate.name_alike",
  birth_same: "people.duplicate.birth_same",
  birth_near: "people.duplicate.birth_near",
  phone: "people.duplicate.phone",
  email: "people.duplicate.email",
  province: "people.duplicate.province",
  programme: "people.duplicate.programme",
  debt: "people.duplicate.debt",
};

function reason(sign: DuplicateSign, inputs: Reason["inputs"] = {}): Reason {
  return { rule: RULES[sign], inputs: { points: WEIGHTS[sign] / 10, ...inputs }, source: SOURCE };
}

/** Which sign a reason of a stored comparison is; null for one that no longer exists. */
export function signOf(because: Pick<Reason, "rule">): DuplicateSign | null {
  const sign = because.rule.split(".").at(-1) ?? "";
  return sign in WEIGHTS ? (sign as DuplicateSign) : null;
}

function compareNames(a: DuplicateFacts, b: DuplicateFacts): Reason[] {
  const alike = nameLikeness(a, b);
  const inputs = { percent: Math.floor(alike * 100) };
  if (alike >= SAME_NAME) return [reason("name_same", inputs)];
  return alike >= ALIKE_NAME ? [reason("name_alike", inputs)] : [];
}

function compareBirths(a: Day | null, b: Day | null): Reason[] {
  if (!a || !b) return [];
  const days = Math.abs(daysBetween(a, b));
  if (days === 0) return [reason("birth_same")];
  return days <= NEAR_DAYS ? [reason("birth_near", { days })] : [];
}

const share = (a: readonly string[], b: readonly string[]) =>
  a.some((each) => each !== "" && b.includes(each));

/**
 * How much two people look like one, with what agrees and what each agreement weighs (domain.md 2.2 Duplicates).
 * The order of the two does not matter.
 */
export function compareFacts(a: DuplicateFacts, b: DuplicateFacts): Explained<DuplicateVerdict> {
  const sameProvince =
    a.birthProvince !== null && a.birthProvince === b.birthProvince && !NO_PROVINCE.has(a.birthProvince);
  const owes = a.owes === true || b.owes === true;
  const because = [
    ...compareNames(a, b),
    ...compareBirths(a.dateOfBirth, b.dateOfBirth),
    ...(share(a.phones, b.phones) ? [reason("phone")] : []),
    ...(share(a.emails, b.emails) ? [reason("email")] : []),
    ...(sameProvince ? [reason("province")] : []),
    ...(a.programme !== null && a.programme === b.programme ? [reason("programme")] : []),
    // A debt alone makes nobody look like somebody else.
    ...(owes ? [reason("debt")] : []),
  ];
  const thousandths = because.reduce((sum, each) => sum + WEIGHTS[signOf(each) ?? "debt"], 0);
  const score = Math.min(thousandths, 1000) / 1000;
  const risk: DuplicateRisk = owes || score >= HIGH_FROM ? "HIGH" : score >= MEDIUM_FROM ? "MEDIUM" : "LOW";
  const kept = score > KEPT_ABOVE;
  const isCandidate = score >= CANDIDATE_FROM;
  return explain({ score, risk, kept, isCandidate }, because);
}

/** Whether a pair is settled by a person only, after a look at both records: from 0.8 on, or where money is owed. */
export function needsReview({
  score,
  because,
}: {
  score: number;
  because: readonly Pick<Reason, "rule">[];
}): boolean {
  return score >= REVIEW_FROM || (score >= CANDIDATE_FROM && because.some((each) => signOf(each) === "debt"));
}

const STRONG: readonly DuplicateSign[] = [
  "name_same",
  "name_alike",
  "birth_same",
  "birth_near",
  "phone",
  "email",
];
/** A sign that says less about the same thing was known with the one that says more. */
const WEAKER: Partial<Record<DuplicateSign, DuplicateSign>> = {
  name_same: "name_alike",
  birth_same: "birth_near",
};

/**
 * Whether somebody who decided "not the same" has to be asked again: a name, birthday, telephone number or e-mail
 * agrees now that did not agree then.
 */
export function asksAgain(
  then: readonly Pick<Reason, "rule">[],
  now: readonly Pick<Reason, "rule">[],
): boolean {
  const known = new Set(then.flatMap((each) => signOf(each) ?? []));
  for (const sign of [...known]) {
    const weaker = WEAKER[sign];
    if (weaker) known.add(weaker);
  }
  return now.some((each) => {
    const sign = signOf(each);
    return sign !== null && STRONG.includes(sign) && !known.has(sign);
  });
}

/** The best ten of what is above the threshold, the surest first; the same order whatever order they came in. */
export function bestMatches<Match extends { verdict: Explained<DuplicateVerdict>; personId: number }>(
  matches: readonly Match[],
): Match[] {
  return matches
    .filter((match) => match.verdict.value.kept)
    .toSorted((a, b) => b.verdict.value.score - a.verdict.value.score || a.personId - b.personId)
    .slice(0, KEPT_MATCHES);
}
