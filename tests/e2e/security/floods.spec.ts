import { hash } from "@node-rs/argon2";
import type { Pool } from "pg";
import { PAGE_POLICIES, POLICIES } from "@/lib/platform/rate-limit/policies";
import { type Instance, startInstance } from "@/tests/contract/instance";
import { Visitor } from "@/tests/contract/visitor";
import { personaEmail } from "@/tests/contract/world";
import { makeAccount } from "@/tests/factories/account";
import { makeStudents } from "@/tests/factories/campus-of-students";
import { expect, test } from "./own";

const PASSWORD = "the river rises in september";
/** Two thousand take two minutes of a machine: `NAGA_TEST_STUDENTS=2000` asks for them, the suite for as many as tell. */
const STUDENTS = Number(process.env.NAGA_TEST_STUDENTS ?? 150);

async function withLimits(
  own: { databaseUrl: string },
  work: (web: Instance) => Promise<void>,
): Promise<void> {
  const web = await startInstance(own.databaseUrl);
  try {
    await work(web);
  } finally {
    await web.stop();
  }
}

const enter = (visitor: Visitor, email: string, password = PASSWORD) =>
  visitor.submit("/sign-in", 'name="password"', { email, password });

/** Statuses of many requests at once, as they come. */
async function many(count: number, ask: (index: number) => Promise<number>, atOnce = 16): Promise<number[]> {
  const statuses: number[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) statuses.push(await ask(index));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return statuses;
}
const count = (statuses: number[], status: number) => statuses.filter((each) => each === status).length;

async function makeOwner(database: Pool, email: string): Promise<void> {
  await makeAccount(database, { email, role: "student", passwordHash: await hash(PASSWORD) });
}

test("a morning of honest students behind one address: none is stopped, from the sign-in page to their own", async ({
  own,
}) => {
  test.setTimeout(600_000);
  const emails = await makeStudents(own.database, { count: STUDENTS, password: PASSWORD, label: "morning" });
  await withLimits(own, async (web) => {
    const stopped: string[] = [];
    await many(
      emails.length,
      async (index) => {
        const email = emails[index] ?? "";
        const student = new Visitor(web.url);
        const slip = index % 6 === 0 ? await enter(student, email, "slip of the hand") : null;
        if (slip && !/do not fit together/.test(await slip.text()))
          stopped.push(`${email}: slip ${slip.status}`);
        const answer = await enter(student, email);
        if (answer.status !== 303) stopped.push(`${email}: ${answer.status}`);
        await answer.arrayBuffer();
        for (const path of ["/my", "/my/timetable", "/account"]) {
          const status = await student.status(path);
          if (status === 429) stopped.push(`${email} ${path}: ${status}`);
        }
        return 0;
      },
      12,
    );
    expect(stopped).toEqual([]);
  });
});

test("who scrapes pages or hammers the search with a session is stopped, and their neighbour is not", async ({
  own,
}) => {
  test.setTimeout(180_000);
  await withLimits(own, async (web) => {
    const scraper = new Visitor(web.url);
    await scraper.signInAs(personaEmail("registrar"));
    const neighbour = new Visitor(web.url);
    await neighbour.signInAs(personaEmail("auditor"));
    const [{ points }] = PAGE_POLICIES.account;
    const pages = await many(points + 60, (index) => scraper.status(`/students/9999${index}`));
    expect(count(pages, 429)).toBeGreaterThan(30);
    expect(count(pages, 404)).toBeLessThanOrEqual(points);
    // A second browser of the same account is the same person.
    const twin = new Visitor(web.url);
    await twin.signInAs(personaEmail("registrar"));
    await twin.status("/students");
    expect(await twin.status("/students")).toBe(429);
    expect(await neighbour.status("/students")).toBe(200);

    const searches = await many(POLICIES.search.signedIn + 30, () =>
      neighbour.status("/api/v1/people/search?q=sok"),
    );
    expect(count(searches, 200)).toBe(POLICIES.search.signedIn);
    expect(count(searches, 429)).toBe(30);
    const refused = await neighbour.request("/api/v1/people/search?q=sok");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    // Searching too much is no reason to lose the pages.
    expect(await neighbour.status("/students")).toBe(200);

    const told = await scraper.request("/students", { headers: { accept: "text/html" } });
    expect(told.status).toBe(429);
    const text = await told.text();
    expect(text).toContain("Too many requests");
    expect(text).toContain("សំណើច្រើនពេក");
  });
});

test("who floods without a session is stopped, with made-up cookies too; who is signed in goes on", async ({
  own,
}) => {
  test.setTimeout(180_000);
  await withLimits(own, async (web) => {
    const honest = new Visitor(web.url);
    await honest.signInAs(personaEmail("student"));
    expect(await honest.status("/my")).toBe(200);
    const [{ points }] = PAGE_POLICIES.address;
    const stranger = new Visitor(web.url);
    const statuses = await many(
      points + 400,
      async (index) => {
        const response = await stranger.request("/api/v1/people/search?q=a", {
          headers: { cookie: `naga.session=made-up-${index}; naga.device=made.up.${index}` },
        });
        await response.arrayBuffer();
        return response.status;
      },
      32,
    );
    expect(count(statuses, 429)).toBeGreaterThan(300);
    expect(count(statuses, 429) + count(statuses, 401)).toBe(points + 400);
    expect(await stranger.status("/sign-in")).toBe(429);
    expect(await honest.status("/my")).toBe(200);
    // A browser that was here before may still come in from there.
    await honest.submit("/account", "Sign out</button></form>", {});
    expect(await honest.status("/sign-in")).toBe(200);
    await honest.signInAs(personaEmail("student"));
    expect(await honest.status("/my")).toBe(200);
  });
});

test("guessing one account, or many, is stopped; the owner gets in at the browser they used before", async ({
  own,
}) => {
  test.setTimeout(180_000);
  const email = "owner@test.naga.example";
  await makeOwner(own.database, email);
  const many160 = await makeStudents(own.database, { count: 130, password: PASSWORD, label: "guessed" });
  const web = await startInstance(own.databaseUrl, { NAGA_TRUSTED_PROXIES: "127.0.0.1, ::1" });
  try {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const attempt = async (visitor: Visitor, who: string, password: string, address: string) => {
      const fields = { email: who, password };
      const answer = await visitor.submit("/sign-in", 'name="password"', fields, from(address));
      if (answer.status === 303) return "in";
      return /do not fit together/.test(await answer.text()) ? "guess" : "stopped";
    };
    const laptop = new Visitor(web.url);
    expect(await attempt(laptop, email, PASSWORD, "203.0.113.1")).toBe("in");
    await laptop.submit("/account", "Sign out</button></form>", {}, from("203.0.113.1"));

    const guesses: string[] = [];
    for (let index = 0; index < 26; index += 1)
      guesses.push(await attempt(new Visitor(web.url), email, "guess", `198.51.100.${index}`));
    expect(guesses.filter((result) => result === "guess")).toHaveLength(20);
    expect(guesses.at(-1)).toBe("stopped");
    expect(await attempt(new Visitor(web.url), email, PASSWORD, "203.0.113.9")).toBe("stopped");
    expect(await attempt(laptop, email, PASSWORD, "203.0.113.1")).toBe("in");

    const sprayed: string[] = [];
    for (const victim of many160)
      sprayed.push(await attempt(new Visitor(web.url), victim, "Password2026!", "198.51.100.200"));
    expect(sprayed.filter((result) => result === "guess")).toHaveLength(100);
    expect(sprayed.at(-1)).toBe("stopped");
  } finally {
    await web.stop();
  }
});
