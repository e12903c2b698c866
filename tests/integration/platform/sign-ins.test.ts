import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { loadSignInParams } from "@/lib/platform/accounts/sign-in-params";
import { SIGN_IN_RESULTS } from "@/lib/platform/accounts/sign-in-results";
import { listSignInEvents, streamSignInEvents } from "@/lib/platform/accounts/sign-ins";
import { placeFinder } from "@/lib/platform/auth/places";
import { recordRoleSwitch } from "@/lib/platform/auth/session-events";
import { revokeSession, revokeSessions, rotateSession, startSession } from "@/lib/platform/auth/sessions";
import { recordSignIn } from "@/lib/platform/auth/sign-in-events";
import { campusToday } from "@/lib/platform/dates/campus";
import { countryName } from "@/lib/platform/i18n/country-name";
import { messages } from "@/lib/platform/i18n/messages";
import { changeSetting } from "@/lib/platform/settings/commands";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

const client = { ip: "203.144.64.7", userAgent: "Mozilla/5.0 (iPhone) Version/18.0 Safari/605.1" };

let database: TestDatabase;
const admin = accountActor({ role: "admin" });
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const list = async (search: string) => {
  const params = await loadSignInParams(Promise.resolve(Object.fromEntries(new URLSearchParams(search))));
  return listSignInEvents(admin, params);
};
const results = async (search: string) => (await list(search)).rows.map(({ result }) => result);

describe("the history of sign-ins", () => {
  it("shows successes and refusals with reason, device and place, narrowed as asked", async () => {
    const { id, email } = await makeAccount(database.pool, { displayName: "HISTORY Person" });
    await recordSignIn({ email: "nobody@test.naga.example", accountId: null, client }, "unknown_email");
    await recordSignIn({ email, accountId: id, client: { ...client, ip: "203.144.65.1" } }, "wrong_password");
    await recordSignIn({ email, accountId: id, client }, "success");
    const { rows, total } = await list("");
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({
      result: "success",
      email,
      accountId: id,
      by: "HISTORY Person",
      ip: "203.144.64.7",
      place: { kind: "country", country: "KH" },
      device: { browser: "Safari", system: "iPhone" },
    });
    expect(await results("result=wrong_password")).toEqual(["wrong_password"]);
    expect(await results("who=history")).toEqual(["success", "wrong_password"]);
    // Who has no account is found by the whole e-mail, in whatever case.
    expect(await results("who=NOBODY@test.naga.example")).toEqual(["unknown_email"]);
    expect(await results(`account=${id}`)).toEqual(["success", "wrong_password"]);
    expect(await results("ip=203.144.64.7")).toEqual(["success", "unknown_email"]);
    expect(await results("ip=203.144.")).toEqual(["success", "wrong_password", "unknown_email"]);
    expect(await results("ip=203.144.6")).toEqual([]);
    expect(await results(`from=${campusToday()}&to=${campusToday()}`)).toHaveLength(3);
    expect(await results("to=2020-01-01")).toEqual([]);
    expect((await list("size=25&page=2")).rows).toEqual([]);
    const streamed: string[] = [];
    const { page: _, size: __, ...filter } = await loadSignInParams(Promise.resolve({}));
    for await (const row of streamSignInEvents(admin, filter)) streamed.push(row.result);
    expect(streamed).toEqual(["success", "wrong_password", "unknown_email"]);
    await expect(
      listSignInEvents(accountActor({ role: "registrar" }), { ...filter, page: 1, size: 50 }),
    ).rejects.toThrow("access.forbidden");
  });

  it("says how sessions went on and ended, and keeps silent about a mere change of the id", async () => {
    const { id, email } = await makeAccount(database.pool, { role: "registrar" });
    const events = async () => (await list(`account=${id}`)).rows.map(({ result }) => result).reverse();
    const first = await startSession(id, client);
    const second = await rotateSession(first, "registrar", client);
    expect(await events()).toEqual([]);
    await recordRoleSwitch(accountActor({ accountId: id, email }), "auditor", client);
    await revokeSession(second, "signed_out");
    // Ended twice, told once.
    await revokeSession(second, "signed_out");
    await startSession(id, client);
    await startSession(id, { ip: "10.0.0.9", userAgent: null });
    await revokeSessions(id, "signed_out_everywhere");
    expect(await events()).toEqual([
      "role_switched",
      "signed_out",
      "signed_out_everywhere",
      "signed_out_everywhere",
    ]);
    const places = (await list(`account=${id}&result=signed_out_everywhere`)).rows.map(
      ({ place }) => place.kind,
    );
    expect(places.sort()).toEqual(["country", "private"]);
  });

  it("has words for every result in both languages", () => {
    for (const locale of ["en", "km"] as const) {
      const words = messages[locale].account.signIns.results as Record<string, unknown>;
      expect(SIGN_IN_RESULTS.filter((result) => !words[result])).toEqual([]);
    }
  });
});

describe("the place of an address", () => {
  it("is its country, by old and new addresses, in both languages", async () => {
    const placeOf = await placeFinder();
    expect(placeOf("203.144.64.1")).toEqual({ kind: "country", country: "KH" });
    expect(placeOf("2001:4860:4860::8888")).toEqual({ kind: "country", country: "US" });
    expect(countryName("KH", "en")).toBe("Cambodia");
    expect(countryName("KH", "km")).toBe("កម្ពុជា");
    expect(countryName("FR", "km")).toBe("បារាំង");
  });

  it("is said to be private, of the machine itself, or not known", async () => {
    const placeOf = await placeFinder();
    const kinds = (addresses: (string | null)[]) => addresses.map((address) => placeOf(address).kind);
    expect(kinds(["10.1.2.3", "192.168.1.1", "172.31.0.1", "100.64.0.1", "fd00::1", "fe80::1"])).toEqual(
      Array(6).fill("private"),
    );
    expect(kinds(["127.0.0.1", "::1"])).toEqual(["loopback", "loopback"]);
    expect(kinds([null, "unknown", "999.1.1.1", "0.0.0.0"])).toEqual(Array(4).fill("unknown"));
  });

  it("is the campus by its networks of today, private ones too", async () => {
    await changeSetting(systemActor("test"), {
      key: "security.campus_networks",
      value: '["203.144.64.0/24", "10.20.0.0/16", "2001:db8:5::/48"]',
      validFrom: campusToday(),
      version: 0,
      reason: "the networks of the campus",
    });
    const placeOf = await placeFinder();
    const kinds = ["203.144.64.200", "10.20.3.4", "2001:db8:5:1::9", "203.144.65.1", "10.21.0.1"].map(
      (address) => placeOf(address).kind,
    );
    expect(kinds).toEqual(["campus", "campus", "campus", "country", "private"]);
    const wrong = changeSetting(systemActor("test"), {
      key: "security.campus_networks",
      value: '["203.144.64.0/99"]',
      validFrom: "2999-01-01",
      version: 0,
      reason: "not a network",
    });
    await expect(wrong).rejects.toMatchObject({ fields: { value: ["platform.setting_value_wrong"] } });
  });
});
