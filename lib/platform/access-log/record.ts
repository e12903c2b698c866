import "server-only";
import { headers } from "next/headers";
import type { Actor } from "@/lib/platform/access/actor";
import { addAccess } from "@/lib/platform/access-log/buffer";
import type { AccessKind } from "@/lib/platform/access-log/schemas";
import { currentRequestId } from "@/lib/platform/observability/context";
import { clientAddress } from "@/lib/platform/security/client-address";
import { REQUEST_ID_HEADER } from "@/lib/platform/security/header-names";

/** What was opened or taken out. */
export type Access = {
  what: AccessKind;
  /** Person whose record it was; null for a list. */
  subjectId: number | null;
  /** Id of the class or file, where it was no single person's record. */
  target?: number | string;
  /** How many records it held; 1 unless said. */
  records?: number;
};

/** Within this time the same person opening the same thing again is not news, in ms. */
const AGAIN_MS = 5 * 60_000;
const REMEMBERED_MAX = 20_000;

const key = Symbol.for("naga.access-log.seen");
type Holder = { [key: symbol]: Map<string, number> | undefined };

function seen(): Map<string, number> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/**
 * Notes that somebody opened or took out somebody else's record (operations.md 6). It returns at once: the row is
 * written within a second beside the request, and neither a slow nor an absent database holds a page up. The same
 * person opening the same thing again within five minutes is noted once. One's own record and the system's work are
 * not noted. Call it after the record was loaded through the actor's scope.
 */
export function recordAccess(actor: Actor, access: Access): void {
  if (actor.kind !== "account") return;
  if (access.subjectId !== null && access.subjectId === actor.personId) return;
  const { what, subjectId, target, records = 1 } = access;
  const now = Date.now();
  if (!isNews([actor.accountId, actor.role, what, subjectId, target, records].join(), now)) return;
  void whereFrom().then((from) =>
    addAccess({
      at: new Date(now),
      accountId: actor.accountId,
      role: actor.role,
      subjectId,
      what,
      target: target === undefined ? null : String(target),
      records,
      ...from,
    }),
  );
}

function isNews(what: string, now: number): boolean {
  const known = seen();
  const before = known.get(what);
  if (before !== undefined && now - before < AGAIN_MS) return false;
  // Written anew, so that the order of the map is the order of time and the oldest stands first.
  known.delete(what);
  known.set(what, now);
  if (known.size > REMEMBERED_MAX) known.delete(known.keys().next().value as string);
  return true;
}

/** Pages have no context of their own; their headers say the same. */
async function whereFrom(): Promise<{ requestId: string; ip: string | null }> {
  try {
    const request = await headers();
    return { requestId: request.get(REQUEST_ID_HEADER) ?? currentRequestId(), ip: clientAddress(request) };
  } catch {
    // Outside of a request of Next: the command line, a test.
    return { requestId: currentRequestId(), ip: null };
  }
}
