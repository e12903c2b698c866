import { startInstance } from "@/tests/contract/instance";
import { Visitor } from "@/tests/contract/visitor";
import { personaEmail } from "@/tests/contract/world";
import { settled } from "../settled";
import { expect, test } from "./own";

/** What of somebody's work a page still shows. */
const PERSONAL = /SOK|Students|Timetable|Classes|Account|@demo\.naga/;

test("after signing out, Back shows nothing of what was on the screen", async ({ page, own }) => {
  await page.goto(`${own.web.url.replace("127.0.0.1", "localhost")}/sign-in`);
  const origin = new URL(page.url()).origin;
  await page.locator(`button[name=email][value="${personaEmail("registrar")}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  // Some pages by full loads, some as the router takes people there.
  await page.goto(`${origin}/students/${own.world.studentLabel}`);
  await settled(page);
  const name = await page.locator("h1").first().innerText();
  expect(name.length).toBeGreaterThan(3);
  await page.locator(`a[href="/students/${own.world.studentLabel}/record"]`).first().click();
  await page.waitForURL(/record$/);
  await page.locator('a[href="/students"]').first().click();
  await page.waitForURL(/\/students$/);
  await settled(page);

  await page.locator("[data-signs-out]").evaluate((form) => (form as HTMLFormElement).requestSubmit());
  await page.waitForURL(/\/sign-in/);
  for (let step = 0; step < 4; step += 1) {
    await page.goBack({ waitUntil: "commit" }).catch(() => null);
    // Long enough for a page that was kept to be shown.
    await page.waitForTimeout(700);
    const shown = await page.evaluate(() => document.body.innerText);
    expect([page.url(), shown.includes(name)]).toEqual([page.url(), false]);
    expect([page.url(), PERSONAL.test(shown.replace(/Sign in[\s\S]*/, ""))]).toEqual([page.url(), false]);
  }
});

test("nothing personal stays in the caches of the browser", async ({ page, own }) => {
  await page.goto(`${own.web.url.replace("127.0.0.1", "localhost")}/sign-in`);
  await page.locator(`button[name=email][value="${personaEmail("student")}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await settled(page);
  await page.goto(`${new URL(page.url()).origin}/my/timetable`);
  await settled(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const store = (storage: Storage) => Object.keys(storage).map((key) => `${key}=${storage.getItem(key)}`);
    return {
      cached: requests.flat().map(({ url }) => new URL(url).pathname),
      stored: [...store(localStorage), ...store(sessionStorage)],
    };
  });
  expect(kept.cached.filter((path) => !/^\/(_next\/static\/|icons\/|offline\.)/.test(path))).toEqual([]);
  expect(kept.stored.filter((text) => /@demo\.naga|SOK|token|session/i.test(text))).toEqual([]);
});

test("a session that somebody planted before is not the one that signs in", async ({ own }) => {
  const attacker = new Visitor(own.web.url);
  await attacker.signInAs(personaEmail("student"));
  const planted = attacker.cookie("naga.session") ?? "";
  const device = attacker.cookie("naga.device") ?? "";
  expect(planted).not.toBe("");

  const victim = new Visitor(own.web.url);
  victim.plant("naga.session", planted);
  victim.plant("naga.device", device);
  const answer = await victim.sendFormOf(new Visitor(own.web.url), "/sign-in", "@demo.naga.example", {
    email: personaEmail("registrar"),
  });
  expect(answer.status).toBe(303);
  const after = victim.cookie("naga.session");
  expect(after).toBeTruthy();
  expect(after).not.toBe(planted);
  // What the attacker holds opens nothing any more, least of all the victim's desk.
  expect(await attacker.status("/students")).toBe(307);
  const { rows } = await own.database.query<{ revoked_why: string | null; email: string }>(
    `SELECT s.revoked_why, a.email::text FROM account_session s JOIN account a ON a.id = s.account_id
      ORDER BY s.created_at DESC LIMIT 2`,
  );
  expect(rows).toEqual([
    { revoked_why: null, email: personaEmail("registrar") },
    { revoked_why: "rotated", email: personaEmail("student") },
  ]);
  // A cookie that no sign-in made stays worthless after one.
  const stranger = new Visitor(own.web.url);
  stranger.plant("naga.session", "chosen-by-an-attacker");
  await stranger.signInAs(personaEmail("registrar"));
  expect(stranger.cookie("naga.session")).not.toBe("chosen-by-an-attacker");
});

test("the secret of another installation, a cut or a changed cookie opens nothing", async ({ own }) => {
  const web = await startInstance(own.databaseUrl, { NAGA_RATE_LIMITS: "off" });
  try {
    const here = new Visitor(own.web.url);
    await here.signInAs(personaEmail("registrar"));
    const cookie = here.cookie("naga.session") ?? "";
    const there = new Visitor(web.url);
    for (const value of [
      cookie,
      cookie.slice(0, -1),
      `${cookie}A`,
      cookie.replace(/.$/, "A"),
      "a.b.c.d.e",
      "null",
    ]) {
      there.plant("naga.session", value);
      expect([value.slice(-5), await there.status("/students")]).toEqual([value.slice(-5), 307]);
    }
  } finally {
    await web.stop();
  }
});
