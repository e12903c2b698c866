import { BlockList, isIP } from "node:net";
import { env } from "@/lib/platform/env/env";
import { PEER_HEADER } from "@/lib/platform/security/peer-address";

/** What is written when the address is not known, such as in a test without a socket. */
export const UNKNOWN_ADDRESS = "unknown";

/**
 * The address of the client: the last hop of X-Forwarded-For that is not one of our proxies, and only when the peer
 * itself is one of them; otherwise the peer. Whatever a client writes into the header by itself is never believed.
 */
export function clientAddress(headers: Headers): string {
  return resolveAddress(
    headers.get(PEER_HEADER),
    headers.get("x-forwarded-for"),
    trustedList(env().NAGA_TRUSTED_PROXIES),
  );
}

/** Whether the request comes through one of our proxies, whose headers are believed. */
export function comesThroughProxy(headers: Pick<Headers, "get">): boolean {
  const peer = normalise(headers.get(PEER_HEADER));
  return peer !== null && isTrusted(peer, trustedList(env().NAGA_TRUSTED_PROXIES));
}

/** `clientAddress` without headers and environment: pure, for its test. */
export function resolveAddress(peer: string | null, forwardedFor: string | null, trusted: BlockList): string {
  let current = normalise(peer);
  if (current === null) return UNKNOWN_ADDRESS;
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  while (isTrusted(current, trusted) && hops.length > 0) {
    const next = normalise(hops.pop() ?? "");
    if (next === null) break;
    current = next;
  }
  return current;
}

/** What is counted for an address: IPv4 itself, for IPv6 its /64, since one subscriber owns all of it. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? 8 - left.length - right.length : 0;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** A list of addresses and CIDR ranges as one matcher. Throws RangeError naming an entry that is neither. */
export function trustedList(entries: readonly string[]): BlockList {
  const cacheKey = entries.join(",");
  const cached = lists.get(cacheKey);
  if (cached) return cached;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address);
    if (family === 0) throw new RangeError(`Not an address or CIDR range: ${entry}`);
    const type = family === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(prefix), type);
  }
  lists.set(cacheKey, list);
  return list;
}

const lists = new Map<string, BlockList>();

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function normalise(value: string | null): string | null {
  if (value === null) return null;
  // A dual-stack socket reports IPv4 peers as ::ffff:a.b.c.d.
  const address = value.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  return isIP(address) === 0 ? null : address.toLowerCase();
}
