import type { Actor } from "./actor";

/** Whether one of the actor's assignments reaches the whole campus. */
export function reachesAll(actor: Actor): boolean {
  return actor.scopes.some((scope) => scope.kind === "ALL");
}

/** Codes of the departments the actor is assigned to; empty also when the actor reaches everything. */
export function departmentsOf(actor: Actor): string[] {
  return refs(actor, "DEPARTMENT");
}

/** Codes of the programmes the actor is assigned to; empty also when the actor reaches everything. */
export function programmesOf(actor: Actor): string[] {
  return refs(actor, "PROGRAMME");
}

function refs(actor: Actor, kind: "DEPARTMENT" | "PROGRAMME"): string[] {
  return actor.scopes.flatMap((scope) => (scope.kind === kind && scope.ref ? [scope.ref] : []));
}
