import "server-only";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { Reader } from "mmdb-lib";
import { campusToday } from "@/lib/platform/dates/campus";
import { logger } from "@/lib/platform/observability/logger";
import { trustedList } from "@/lib/platform/security/client-address";
import { settingOn } from "@/lib/platform/settings/settings";
import type { Place } from "./place";

/** Addresses that every house uses inside: they say nothing about a country. */
const PRIVATE = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "fc00::/7",
  "fe80::/10",
];
const LOOPBACK = ["127.0.0.0/8", "::1"];

type Country = { country_code?: string };
type Countries = { get(address: string): Country | null };
const key = Symbol.for("naga.countries");
type Holder = { [key: symbol]: Promise<Countries> | undefined };

/** Beside the process, in the standalone build too (next.config.mjs, outputFileTracingIncludes). */
const FILE = ["node_modules", "@ip-location-db", "geo-whois-asn-country-mmdb", "geo-whois-asn-country.mmdb"];

/**
 * Countries by address: a public table of the registries (CC0), 8 MB. It is read once, when somebody first looks at a
 * list of sessions or sign-ins, and stays; a look-up costs 3 µs. Without the file every place is unknown, and the log
 * says so.
 */
function countries(): Promise<Countries> {
  const holder = globalThis as Holder;
  holder[key] ??= readFile(join(/* turbopackIgnore: true */ process.cwd(), ...FILE))
    .then((bytes) => new Reader(bytes) as unknown as Countries)
    .catch((error: unknown) => {
      logger.error({ err: error }, "countries of addresses are not known");
      return { get: () => null };
    });
  return holder[key];
}

function within(networks: readonly string[], address: string): boolean {
  return trustedList(networks).check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Where addresses are, as far as that can be known: the campus by its setting of today, else the country. */
export async function placeFinder(): Promise<(address: string | null) => Place> {
  const [known, campus] = await Promise.all([
    countries(),
    settingOn("security.campus_networks", campusToday()),
  ]);
  return (address) => {
    if (address === null || isIP(address) === 0) return { kind: "unknown" };
    if (within(campus, address)) return { kind: "campus" };
    if (within(LOOPBACK, address)) return { kind: "loopback" };
    if (within(PRIVATE, address)) return { kind: "private" };
    const code = known.get(address)?.country_code;
    return code ? { kind: "country", country: code } : { kind: "unknown" };
  };
}
