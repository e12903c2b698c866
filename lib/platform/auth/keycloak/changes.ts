import "server-only";
import { z } from "zod";
import type { AdminApi } from "@/lib/platform/auth/keycloak/admin-api";

/** Whom changes in Keycloak concern: subjects by name, or possibly everybody. */
export type Changed = { subjects: Set<string>; everybody: boolean; until: Date };

const PAGE = 500;
/** Pages of events that are read at most; who changes more at once changes everybody. */
const PAGES_MAX = 10;

const adminEvents = z.array(z.object({ time: z.number(), resourcePath: z.string().optional() }));
const userEvents = z.array(z.object({ time: z.number(), userId: z.string().optional() }));

/** What people do to themselves there; signing in and out come by other ways. */
const BY_THEMSELVES = [
  "UPDATE_PROFILE",
  "UPDATE_EMAIL",
  "VERIFY_EMAIL",
  "DELETE_ACCOUNT",
  "USER_DISABLED_BY_PERMANENT_LOCKOUT",
];

/**
 * Reads what was changed since an instant of Keycloak's clock: two requests, however many people there are. A changed
 * group or role concerns everybody who may hold it.
 */
export async function readChanges(api: AdminApi, since: Date): Promise<Changed> {
  const changed: Changed = { subjects: new Set(), everybody: false, until: since };
  const day = since.toISOString().slice(0, 10);
  changed.until = await readPages(api, `admin-events?dateFrom=${day}`, since, changed, (body) =>
    adminEvents.parse(body).map(({ time, resourcePath = "" }) => {
      const [, subject] = resourcePath.match(/^users\/([^/]+)/) ?? [];
      return {
        time,
        subject,
        everybody: /^(groups|roles|roles-by-id|role-mappings)(\/|$)/.test(resourcePath),
      };
    }),
  );
  const types = BY_THEMSELVES.map((type) => `type=${type}`).join("&");
  await readPages(api, `events?${types}&dateFrom=${day}`, since, changed, (body) =>
    userEvents.parse(body).map(({ time, userId }) => ({ time, subject: userId, everybody: false })),
  );
  return changed;
}

type Event = { time: number; subject: string | undefined; everybody: boolean };

/** The newest stand first, so reading ends at the first old one. Returns the clock of the first answer. */
async function readPages(
  api: AdminApi,
  path: string,
  since: Date,
  changed: Changed,
  parse: (body: unknown) => Event[],
): Promise<Date> {
  let at: Date | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await api.get(`${path}&first=${page * PAGE}&max=${PAGE}`);
    if (!answer) throw new Error("Keycloak keeps no events");
    at ??= answer.at;
    const events = parse(answer.body);
    const fresh = events.filter(({ time }) => time > since.getTime());
    for (const { subject, everybody } of fresh) {
      if (subject) changed.subjects.add(subject);
      if (everybody) changed.everybody = true;
    }
    if (events.length < PAGE || fresh.length < events.length) return at;
  }
  changed.everybody = true;
  return at as Date;
}
