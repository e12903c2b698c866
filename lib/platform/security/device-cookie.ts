import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env/env";

/**
 * A browser in which somebody signed in before. Its cookie opens nothing; it only gives the browser an allowance of
 * its own where strangers behind the same address, or guesses at the same account, would use up the common one:
 * `id.seal.tag.tag…`, where the seal proves that we made the id and a tag that one account signed in here.
 */
export type Device = { id: string; tags: string[] };

/** People who share a desk; whoever came before the last five is a stranger again. */
const TAGS_MAX = 5;
/** 128 bits in base64url. */
const PART = /^[\w-]{22}$/;

/** Name of the device cookie; like the session's it is bound to this host where there is TLS. */
export function deviceCookieName(): string {
  return env().NAGA_URL.startsWith("https:") ? "__Host-naga.device" : "naga.device";
}

/** The device of a cookie value, or null when we did not make it. */
export function readDevice(value: string | undefined): Device | null {
  if (!value || value.length > 200) return null;
  const [id = "", seal = "", ...tags] = value.split(".");
  if (![id, seal, ...tags].every((part) => PART.test(part))) return null;
  return same(seal, sign(`device ${id}`)) ? { id, tags } : null;
}

/** The device's id when this account signed in there before, otherwise null. */
export function deviceOf(value: string | undefined, email: string): string | null {
  const device = readDevice(value);
  if (!device) return null;
  const tag = tagOf(device.id, email);
  return device.tags.some((given) => same(given, tag)) ? device.id : null;
}

/** The cookie value after a sign-in: the same device, or a new one, that knows this account too. */
export function withAccount(value: string | undefined, email: string): string {
  const device = readDevice(value) ?? { id: randomBytes(16).toString("base64url"), tags: [] };
  const tag = tagOf(device.id, email);
  const tags = [tag, ...device.tags.filter((other) => other !== tag)].slice(0, TAGS_MAX);
  return [device.id, sign(`device ${device.id}`), ...tags].join(".");
}

function tagOf(id: string, email: string): string {
  return sign(`account ${id} ${email.trim().toLowerCase()}`);
}

function sign(text: string): string {
  return createHmac("sha256", key()).update(text).digest().subarray(0, 16).toString("base64url");
}

function same(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

let derived: { secret: string; key: Buffer } | undefined;

function key(): Buffer {
  const secret = env().NEXTAUTH_SECRET;
  if (derived?.secret !== secret) {
    derived = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", "naga device cookie", 32)) };
  }
  return derived.key;
}
