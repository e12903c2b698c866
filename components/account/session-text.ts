import type { getTranslations } from "next-intl/server";
import type { RoleName } from "@/lib/platform/access/roles";
import type { Device } from "@/lib/platform/auth/device";
import { type Place, placeText } from "@/lib/platform/auth/place";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Account = Awaited<ReturnType<typeof getTranslations<"account">>>;
type Roles = Awaited<ReturnType<typeof getTranslations<"roles">>>;

/** What turns a session into sentences. */
export type SessionWords = { account: Account; roles: Roles; format: Formatter; now: Date };

/** As much of a session as is told of it. */
export type ToldSession = {
  device: Device;
  ip: string | null;
  place: Place;
  role: RoleName | null;
  provider: "PASSWORD" | "PERSONA" | "KEYCLOAK" | "EMERGENCY";
  startedAt: string;
  lastSeenAt: string;
  endsAt: string;
};

/** "Firefox on Android", or what of it is known. */
export function deviceName({ browser, system }: Device, account: Account): string {
  if (browser && system) return account("sessions.device", { browser, system });
  return browser ?? system ?? account("sessions.unknown");
}

/** "Cambodia · 203.0.113.9", "on campus · 10.1.2.3". */
export function whereText(place: Place, ip: string | null, { account, format }: SessionWords): string {
  const name = placeText(place, (kind) => account(`places.${kind}`), format.locale);
  return [name, ip].filter(Boolean).join(" · ");
}

/** Where, how and in which role somebody is signed in; then since when, when used, until when. */
export function sessionLines(session: ToldSession, words: SessionWords): [string, string] {
  const { account, roles, format, now } = words;
  const { role, provider, startedAt, lastSeenAt, endsAt } = session;
  const how = [
    whereText(session.place, session.ip, words),
    account(`sessions.providers.${provider}`),
    role ? account("sessions.role", { role: roles(role) }) : null,
  ];
  const when = [
    account("sessions.seen", { when: format.relative(lastSeenAt, now) }),
    account("sessions.started", { when: format.dateTime(startedAt) }),
    account("sessions.ends", { when: format.relative(endsAt, now) }),
  ];
  return [how.filter(Boolean).join(" · "), when.join(" · ")];
}

const PHONES = new Set(["iPhone", "Android"]);

/** The icon of the machine that somebody sits at. */
export function deviceIcon({ system }: Device): "phone" | "monitor" {
  return PHONES.has(system ?? "") ? "phone" : "monitor";
}
