import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { reachesAll } from "@/lib/platform/access/scope";

/**
 * Conditions over the alias `p` (approval); parameters are pushed onto `values`. Whoever could decide a kind sees its
 * requests in every state, so that a decision can be looked up; makers and checkers see theirs; auditors see all.
 */

/** How far the actor reaches: the campus, the students of a part of it, or no record at all. */
export function reachKind(actor: AccountActor): "all" | "part" | "none" {
  if (reachesAll(actor)) return "all";
  return reachOf(actor).kind === "part" ? "part" : "none";
}

/** Whether the record of the request lies within that reach. One about no student belongs to the whole campus. */
export function reachedSql(actor: AccountActor, values: unknown[]): string {
  const kind = reachKind(actor);
  if (kind !== "part") return String(kind === "all");
  return `p.subject_id IN (SELECT s.person_id FROM student s WHERE ${scopeSql(reachOf(actor), values)})`;
}

/** What the actor may see at all. */
export function visibleSql(actor: AccountActor, values: unknown[]): string {
  if (can(actor, "approvals:read")) return "true";
  const me = values.push(actor.accountId);
  const permissions = values.push([...actor.permissions]);
  const reached = reachedSql(actor, values);
  return `(p.maker_id = $${me} OR p.checker_id = $${me} OR (p.permission = ANY($${permissions}::text[]) AND ${reached}))`;
}

/** What waits for the actor: the rules of `mayDecide`, as SQL. */
export function waitingSql(actor: AccountActor, values: unknown[]): string {
  const me = values.push(actor.accountId);
  const account = values.push(String(actor.accountId));
  const person = values.push(actor.personId);
  const permissions = values.push([...actor.permissions]);
  const level = values.push(actor.authorityLevel);
  return `p.status = 'PENDING' AND p.expires_at > now() AND p.maker_id <> $${me}
     AND coalesce(p.payload ->> 'accountId', '') <> $${account} AND (p.subject_id = $${person}::integer) IS NOT TRUE
     AND p.permission = ANY($${permissions}::text[])
     AND (p.authority_level IS NULL OR $${level}::integer <= p.authority_level)
     AND ${reachedSql(actor, values)}`;
}
