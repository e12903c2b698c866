import type { Pool } from "pg";
import { startInstance } from "@/tests/contract/instance";
import { Visitor } from "@/tests/contract/visitor";
import { personaEmail } from "@/tests/contract/world";
import { expect, test } from "./own";

/** Headers by which clients and proxies tell an address. */
const CLAIMS = (address: string): Record<string, string> => ({
  "x-forwarded-for": address,
  "x-real-ip": address,
  forwarded: `for=${address}`,
  "x-client-ip": address,
  "true-client-ip": address,
  "cf-connecting-ip": address,
  "x-naga-peer": address,
});

const ours = /^(127\.0\.0\.1|::1)$/;

/** The addresses that were written down since: sessions, sign-ins, everything else that names one. */
async function addressesIn(database: Pool): Promise<string[]> {
  const { rows: columns } = await database.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name ~ '(^|_)(ip|address)$'
        AND c.table_name ~ 'session|sign_in|access'`,
  );
  expect(columns.map(({ table }) => table)).toEqual(
    expect.arrayContaining(["account_session", "sign_in_event"]),
  );
  const parts = columns.map(({ table, column }) => `SELECT ${column}::text AS address FROM ${table}`);
  const { rows } = await database.query<{ address: string | null }>(parts.join(" UNION "));
  return rows.flatMap(({ address }) => address ?? []);
}

const wrong = (visitor: Visitor, email: string, headers: Record<string, string>) =>
  visitor
    .submit("/sign-in", 'name="password"', { email, password: "a guess" }, headers)
    .then((answer) => answer.text());

test("an address that a client makes up is believed nowhere: guesses, sessions, sign-ins, log, metrics", async ({
  own,
}) => {
  const web = await startInstance(own.databaseUrl);
  try {
    const guest = new Visitor(web.url);
    const answers: string[] = [];
    for (let index = 0; index < 8; index += 1)
      answers.push(await wrong(guest, "victim@demo.naga.example", CLAIMS(`198.51.100.${index + 1}`)));
    expect(answers.slice(0, 5).every((text) => /do not fit together/.test(text))).toBe(true);
    expect(answers.slice(5).every((text) => /Too many|wait|minutes/i.test(text))).toBe(true);

    const student = new Visitor(web.url);
    const headers = CLAIMS("198.51.100.200");
    const answer = await student.submit(
      "/sign-in",
      "@demo.naga.example",
      { email: personaEmail("student") },
      headers,
    );
    expect(answer.status).toBe(303);
    await (await student.request("/my", { headers })).text();
    await (await student.request("/account", { headers })).text();

    const addresses = await addressesIn(own.database);
    expect(addresses.filter((address) => address.startsWith("198.51.100."))).toEqual([]);
    expect(addresses.some((address) => ours.test(address))).toBe(true);
    expect(web.log()).not.toContain("198.51.100.");
    // Metrics answer this machine; nobody gets in by claiming to be it, and nobody is kept out by a claim.
    const scrape = await guest.request("/api/metrics", { headers: CLAIMS("198.51.100.9") });
    expect(scrape.status).toBe(200);
    await scrape.text();
  } finally {
    await web.stop();
  }
});

test("a proxy of ours is believed about the last address only, and about nothing that stands before it", async ({
  own,
}) => {
  const web = await startInstance(own.databaseUrl, { NAGA_TRUSTED_PROXIES: "127.0.0.1, ::1" });
  try {
    const through = (claimed: string, real: string) => ({
      "x-forwarded-for": `${claimed}, ${real}`,
      "x-real-ip": claimed,
      forwarded: `for=${claimed}`,
    });
    const guest = new Visitor(web.url);
    for (let index = 0; index < 5; index += 1)
      await wrong(guest, "proxied@demo.naga.example", through(`192.0.2.${index + 1}`, "203.0.113.50"));
    // Another one in front of the same real address helps nobody; another real address is somebody else.
    const again = await wrong(guest, "proxied@demo.naga.example", through("192.0.2.99", "203.0.113.50"));
    expect(again).not.toMatch(/do not fit together/);
    const other = await wrong(guest, "proxied@demo.naga.example", through("192.0.2.99", "203.0.113.51"));
    expect(other).toMatch(/do not fit together/);

    const student = new Visitor(web.url);
    await student.submit(
      "/sign-in",
      "@demo.naga.example",
      { email: personaEmail("student") },
      through("192.0.2.77", "203.0.113.52"),
    );
    const addresses = await addressesIn(own.database);
    expect(addresses).toContain("203.0.113.52");
    expect(addresses.filter((address) => address.startsWith("192.0.2."))).toEqual([]);
    // Behind a proxy the machine itself is no reason to show the metrics.
    const scrape = await guest.request("/api/metrics", { headers: through("127.0.0.1", "203.0.113.53") });
    expect(scrape.status).toBe(404);
  } finally {
    await web.stop();
  }
});
