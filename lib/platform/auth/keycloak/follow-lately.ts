import "server-only";
import { type AdminApi, openAdminApi } from "@/lib/platform/auth/keycloak/admin-api";
import { readChanges } from "@/lib/platform/auth/keycloak/changes";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { followAccount, knownAccount, knownSubjects } from "@/lib/platform/auth/keycloak/follow-changes";
import { logger } from "@/lib/platform/observability/logger";

/** A process asks Keycloak at most this often, in milliseconds: how old a right may be that was taken away there. */
const FRESH_MS = 2_000;
/** A request waits no longer than this, in milliseconds; what was begun is finished beside it. */
const PATIENCE_MS = 1_500;
/** After a failure nobody waits for this long: sessions go on while Keycloak is down. */
const BACK_OFF_MS = 30_000;
/** Signed in anew so often, well within the life of the service account's token. */
const API_MS = 30_000;
/** Events may be stored a little after their time. */
const OVERLAP_MS = 3_000;

type State = {
  /** From when on the next look reads, by Keycloak's clock. */
  since: Date;
  nextLook: number;
  look: { begun: number; done: Promise<boolean> } | null;
  api: { value: AdminApi; opened: number } | null;
  /** When a change last concerned possibly everybody, and who was looked at since. */
  everybody: { followed: Map<number, Promise<void>> } | null;
};

const key = Symbol.for("naga.keycloak.lately");
type Holder = { [key: symbol]: State | undefined };

function state(): State {
  const holder = globalThis as Holder;
  holder[key] ??= {
    // What was before this process began, the job has followed.
    since: new Date(Date.now() - 2 * 60_000),
    nextLook: 0,
    look: null,
    api: null,
    everybody: null,
  };
  return holder[key];
}

/**
 * Takes over what was changed in Keycloak during the last seconds, before a request of somebody who signed in there is
 * answered: the job follows everybody each minute, and whoever asks meanwhile must not act with a right that is gone. A
 * look costs one request in `FRESH_MS` some milliseconds. True when something was taken over, so that the session has
 * to be read again. Never throws: without an answer from Keycloak sessions go on as they are.
 */
export async function followLately(accountId: number, patience = PATIENCE_MS): Promise<boolean> {
  if (!keycloak()) return false;
  const now = state();
  if (Date.now() >= now.nextLook) now.look ??= { begun: Date.now(), done: look(now) };
  const changed = now.look ? await atMost(now.look.begun + patience, now.look.done) : false;
  return (await followOwn(now, accountId)) || changed;
}

async function look(now: State): Promise<boolean> {
  try {
    const api = await openApi(now);
    const changed = await readChanges(api, new Date(now.since.getTime() - OVERLAP_MS));
    if (changed.everybody) now.everybody = { followed: new Map() };
    const known = await knownSubjects([...changed.subjects]);
    for (const each of known) await followAccount(api, each);
    now.since = changed.until;
    now.nextLook = Date.now() + FRESH_MS;
    return known.length > 0;
  } catch (error) {
    now.api = null;
    now.nextLook = Date.now() + BACK_OFF_MS;
    logger.warn({ error }, "could not ask Keycloak what was changed");
    return false;
  } finally {
    now.look = null;
  }
}

/** Where a role or a group was changed it may concern everybody: each who asks is looked at once, the rest by the job. */
async function followOwn(now: State, accountId: number): Promise<boolean> {
  const { everybody } = now;
  if (!everybody) return false;
  const known = everybody.followed.get(accountId);
  const done = known ?? ownOf(now, accountId);
  everybody.followed.set(accountId, done);
  try {
    await done;
    return !known;
  } catch (error) {
    everybody.followed.delete(accountId);
    logger.warn({ error, accountId }, "could not follow a changed role in Keycloak");
    return false;
  }
}

async function ownOf(now: State, accountId: number): Promise<void> {
  const known = await knownAccount(accountId);
  if (known) await followAccount(await openApi(now), known);
}

async function openApi(now: State): Promise<AdminApi> {
  const realm = keycloak();
  if (!realm) throw new Error("no Keycloak is configured");
  if (now.api && Date.now() - now.api.opened < API_MS) return now.api.value;
  const value = await openAdminApi(realm, new AbortController().signal);
  now.api = { value, opened: Date.now() };
  return value;
}

async function atMost(until: number, done: Promise<boolean>): Promise<boolean> {
  const left = until - Date.now();
  if (left <= 0) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, left, false);
  });
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
