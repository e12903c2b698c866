import type { Explained } from "@/lib/platform/explained";
import type { Actor } from "./actor";

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

/** Authority level (1–4) that a rule of this kind asks for. */
export function levelNeeded(policy: PolicyKind): number {
  return LEVEL_NEEDED[policy];
}

/**
 * Whether the actor's level suffices to set a rule of this kind aside, and why (domain.md 2.2 Authority). The
 * permission of the domain (such as `registration:override`) is checked beside it by the command.
 */
export function mayOverride(actor: Actor, policy: PolicyKind): Explained<boolean> {
  const needed = levelNeeded(policy);
  const level = actor.authorityLevel;
  const value = level !== null && level <= needed;
  return {
    value,
    because: [
      {
        rule: "access.authority_level",
        inputs: { policy, needed, level },
        source: "domain.md 2.2 Authority",
      },
    ],
    ...(value ? {} : { remedy: { rule: "access.ask_authority", inputs: { needed } } }),
  };
}
