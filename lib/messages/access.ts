import "server-only";
import { sees } from "@/lib/people/visible-fields";
import type { Actor } from "@/lib/platform/access/actor";
import { reachesAll } from "@/lib/platform/access/scope";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors";
import { FACTS, type Fact } from "./facts";
import { factsIn } from "./placeholders";
import type { MergeContent } from "./schemas";

/** The merges that an actor reads: all with the whole campus, else one's own. */
export function mergeScope(actor: Actor): Prisma.MailMergeWhereInput {
  return reachesAll(actor) ? {} : { accountId: actor.accountId ?? -1 };
}

/** The facts that a template asks for, in any of its languages. */
export function factsOf(content: Omit<MergeContent, "medium">): Fact[] {
  const { subjectEn, subjectKm, bodyEn, bodyKm } = content;
  return factsIn([subjectEn, subjectKm, bodyEn, bodyKm].filter(Boolean).join("\n"));
}

/** @throws AppError forbidden `messages.fact_not_visible` when the template says what the actor may not see of people */
export function requireVisibleFacts(actor: Actor, content: MergeContent): void {
  const hidden = factsOf(content).filter((fact) => {
    const field = FACTS[fact];
    return field !== null && !sees(actor, field);
  });
  if (hidden.length > 0) {
    throw new AppError("forbidden", "messages.fact_not_visible", {
      params: { facts: hidden.map((fact) => `{{${fact}}}`).join(", ") },
    });
  }
}

/** The one answer for a merge that does not exist and for one that is not the actor's to see. */
export function mergeNotFound(): AppError {
  return new AppError("not_found", "messages.merge_not_found");
}
