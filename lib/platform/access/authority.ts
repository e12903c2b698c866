import type { Policy } from "@/lib/platform/access/policies";
import type { Explained, Reason } from "@/lib/platform/explained";
import type { Actor, HeldPosition } from "./actor";

/**
 * The lowest authority that may set a rule of the kind aside; 1 is highest (domain.md 2.2 Authority: "anything else
 * 1"). A smaller number of the actor means more authority.
 */
const LEVEL_NEEDED = {
  ENROLLMENT: 2,
  ACADEMIC: 2,
  FINANCIAL: 2,
  TEACHING_QUAL: 2,
  SCHEDULING: 3,
  GRADING: 3,
  OPERATIONAL: 4,
  ATTENDANCE: 4,
  OTHER: 1,
} as const;

export type PolicyKind = keyof typeof LEVEL_NEEDED;
export const POLICY_KINDS = Object.keys(LEVEL_NEEDED) as PolicyKind[];

/** Authority level (1–4) that a rule of this kind asks for. */
export function levelNeeded(kind: PolicyKind): number {
  return LEVEL_NEEDED[kind];
}

/** Whose authority is asked for: an actor, or what one would be on some day. */
export type AuthorityFacts = {
  /** Of the assignments of the role that the person acts in; null for none. */
  roleLevel: number | null;
  /** The positions whose authority is the person's: held and not handed on, or handed to the person. */
  positions: readonly HeldPosition[];
};

/** What is set aside: a rule of a kind, and the policies of the list of positions that the rule stands for. */
export type Asked = { kind: PolicyKind; policies?: readonly Policy[] };

/** The position or the role that gives the authority: level, and the position's assignment if it is one. */
export type AuthoritySource = { level: number; positionAssignmentId: number | null };

const SOURCE = "domain.md 2.2 Authority";

/**
 * Whether somebody may set a rule aside, and why (domain.md 2.2 Authority): one of the positions names one of its
 * policies, or is high enough for its kind; else the level granted with the role is. The permission of the domain (such
 * as `registration:override`) is checked beside it by the command.
 */
export function explainAuthority(facts: AuthorityFacts, asked: Asked): Explained<AuthoritySource | null> {
  const needed = levelNeeded(asked.kind);
  const naming = facts.positions.find(({ overrides }) =>
    asked.policies?.some((policy) => overrides.includes(policy)),
  );
  const high = facts.positions.find(({ level }) => level <= needed);
  const giving = naming ?? high;
  if (giving) {
    const { level, assignmentId } = giving;
    return {
      value: { level, positionAssignmentId: assignmentId },
      because: [tell(giving, asked, naming !== undefined)],
    };
  }
  const level = facts.roleLevel;
  const byLevel = {
    rule: "access.authority_level",
    inputs: { policy: asked.kind, needed, level },
    source: SOURCE,
  };
  if (level !== null && level <= needed)
    return { value: { level, positionAssignmentId: null }, because: [byLevel] };
  return {
    value: null,
    because: [byLevel, ...facts.positions.map((position) => tell(position, asked, false))],
    remedy: { rule: "access.ask_authority", inputs: { needed } },
  };
}

function tell(position: HeldPosition, { kind }: Asked, named: boolean): Reason {
  const { title, level, delegatedBy, assignmentId } = position;
  const needed = levelNeeded(kind);
  const rule = named ? "position_names" : level <= needed ? "position_level" : "position_too_low";
  const handed = delegatedBy !== null && rule !== "position_too_low";
  return {
    rule: `access.${rule}${handed ? "_delegated" : ""}`,
    inputs: { policy: kind, needed, level, position: title, ...(handed ? { by: delegatedBy } : {}) },
    source: `position_assignment ${assignmentId}`,
  };
}

/** The authority of an actor; the system has none. */
export function authorityOf(actor: Actor): AuthorityFacts {
  if (actor.kind === "system") return { roleLevel: null, positions: [] };
  return { roleLevel: actor.authorityLevel, positions: actor.positions };
}

/** Like `explainAuthority` for an actor, as yes or no. */
export function mayOverride(
  actor: Actor,
  kind: PolicyKind,
  policies: readonly Policy[] = [],
): Explained<boolean> {
  const { value, ...why } = explainAuthority(authorityOf(actor), { kind, policies });
  return { value: value !== null, ...why };
}
