import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { Pool } from "pg";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { PAGES, type Who } from "@/tests/contract/access-matrix";
import { findRoutes } from "@/tests/contract/inventory";
import { type OwnCampus, openOwnCampus } from "@/tests/contract/own-campus";
import { type Poisoned, poison } from "@/tests/contract/poison";
import { Visitor } from "@/tests/contract/visitor";
import { makeWorld, personaEmail, type World } from "@/tests/contract/world";
import { settled } from "../settled";

const SCRIPT = `"'><img src=x onerror="window.broken=1" data-broken><script data-broken>window.broken=2</script>\${7*7}{{7*7}}`;
const SHORT = `<b data-broken onclick=x>`;
const FORMULAS = [
  '=HYPERLINK("http://evil.example","x")',
  "@SUM(1+1)",
  "+1+1",
  "-1+cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
];

// One campus for all of them, in this order: the last one poisons it anew.
test.describe.configure({ mode: "default" });

let campus: OwnCampus;
let database: Pool;
let world: World;
let poisoned: Poisoned;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  campus = await openOwnCampus(process.env.NAGA_TEST_DATABASE_URL ?? "", { NAGA_RATE_LIMITS: "off" });
  database = new Pool({ connectionString: campus.databaseUrl, max: 2 });
  database.on("error", () => undefined);
  world = await makeWorld(database);
  poisoned = await poison(database, [SCRIPT, SHORT, "<x>"]);
});
test.afterAll(async () => {
  await database.end();
  await campus.close();
});

test("every text that people can fill holds a script", () => {
  const must = [
    "person.khmer_family_name",
    "phone.comment",
    "emergency_contact.name",
    "account.display_name",
    "role_assignment.reason",
    "account_session.user_agent",
    "sign_in_event.email",
    "class.notes",
    "course.title",
    "programme.name",
    "term.name",
    "room.name",
    "change_set.title",
    "stored_file.name",
    "job_run.progress_note",
    "enrolment.end_reason",
    "student_status_change.reason",
    "audit.entry",
  ];
  expect(must.filter((name) => !poisoned.done.includes(name))).toEqual([]);
  expect(poisoned.done.length).toBeGreaterThan(45);
  // What a constraint keeps clean by itself: Latin names have letters only, countries two, papers and older numbers no
  // signs, reasons and languages are of a list.
  expect(poisoned.refused).toEqual(expect.arrayContaining(["person.family_name", "person.personal_name"]));
  expect(poisoned.refused.length, poisoned.refused.join(", ")).toBeLessThan(18);
});

/** Listens for everything that would show that a text became more than a text. */
async function watch(context: BrowserContext): Promise<string[]> {
  const seen: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`naga-violation ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    if (/naga-violation|Content.Security.Policy/i.test(message.text())) seen.push(message.text());
  });
  context.on("dialog", async (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  return seen;
}

const look = (page: Page) =>
  page.evaluate(() => ({
    ran: (window as { broken?: number }).broken,
    elements: document.querySelectorAll("[data-broken]").length,
    shown: document.body.innerText.includes("data-broken"),
    // A text that became an address. React itself gives its forms one that throws.
    links: [...document.querySelectorAll("a[href], form[action], img[src], iframe, object, embed")].filter(
      (element) => {
        const target =
          ["href", "action", "src"].map((name) => element.getAttribute(name)).find(Boolean) ?? "";
        return (
          /^\s*(javascript|data:text|vbscript)/i.test(target) && !/^javascript:throw new Error/.test(target)
        );
      },
    ).length,
  }));

const REFLECTED = [
  `/students?q=${encodeURIComponent(SCRIPT)}`,
  `/students?sort=${encodeURIComponent(SCRIPT)}&status=${encodeURIComponent(SCRIPT)}`,
  `/sign-in?next=${encodeURIComponent(SCRIPT)}&error=${encodeURIComponent(SCRIPT)}&refused=${encodeURIComponent(SCRIPT)}&ref=${encodeURIComponent(SCRIPT)}`,
  `/admin/audit?q=${encodeURIComponent(SCRIPT)}&by=${encodeURIComponent(SCRIPT)}&student=${encodeURIComponent(SCRIPT)}`,
  `/enrol?student=${encodeURIComponent(SCRIPT)}`,
  `/${encodeURIComponent(SCRIPT)}`,
];

const REFLECTING = new Set<string>(["registrar", "admin", "nobody"]);

/** The first role that a page lets in, apart from those whose persona does not reach the record of the matrix. */
function readerOf(who: Who): RoleName | null {
  if (who === "public") return null;
  return who === "signed_in" ? "student" : (ROLES.find((role) => who.includes(role)) ?? null);
}

for (const role of [...ROLES, "nobody"] as const) {
  test(`${role}: no text of anybody becomes more than a text`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ baseURL: campus.web.url.replace("127.0.0.1", "localhost") });
    const seen = await watch(context);
    const page = await context.newPage();
    if (role !== "nobody") {
      await page.goto("/sign-in");
      await page.locator(`button[name=email][value="${personaEmail(role)}"]`).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
    }
    let shown = 0;
    // Every page once, by the first role that may; everybody's own first page besides.
    const visited = ["/"];
    for (const [pattern, row] of Object.entries(PAGES)) {
      if (role === "nobody" ? row.who === "public" : readerOf(row.who) === role)
        visited.push(typeof row.at === "function" ? row.at(world) : (row.at ?? pattern));
    }
    for (const path of [...visited, ...(REFLECTING.has(role) ? REFLECTED : [])]) {
      const answer = await page.goto(path);
      expect([path, (answer?.status() ?? 0) < 500]).toEqual([path, true]);
      await settled(page);
      const found = await look(page);
      expect([path, found.ran, found.elements, found.links]).toEqual([path, undefined, 0, 0]);
      if (found.shown) shown += 1;
    }
    expect(seen).toEqual([]);
    // It was there to be seen; otherwise this test would prove nothing.
    if (role !== "nobody") expect(shown).toBeGreaterThan(0);
  });
}

test("no cell of any file that is taken out begins a formula", async () => {
  test.setTimeout(120_000);
  await poison(database, [FORMULAS[0] ?? ""]);
  const client = await database.connect();
  try {
    await client.query("SET session_replication_role = replica");
    // Each kind of formula, spread over the people.
    for (const [index, formula] of FORMULAS.entries())
      await client
        .query("UPDATE person SET khmer_family_name = $1, khmer_personal_name = $1 WHERE id % $2 = $3", [
          formula,
          FORMULAS.length,
          index,
        ])
        .catch(() => undefined);
  } finally {
    await client.query("RESET session_replication_role");
    client.release();
  }
  const readers = await Promise.all(
    (["registrar", "auditor", "admin"] as const).map(async (role) => {
      const visitor = new Visitor(campus.web.url);
      await visitor.signInAs(personaEmail(role));
      return visitor;
    }),
  );
  const files = findRoutes().filter(({ path }) => /export|roster|template/.test(path));
  expect(files.length).toBeGreaterThan(3);
  const bad: string[] = [];
  let cells = 0;
  let neutralised = 0;
  for (const { path } of files)
    for (const reader of readers) {
      const response = await reader.request(path.replace("[id]", String(world.teacherClassId)));
      const text = await response.text();
      if (response.status !== 200 || !/csv/.test(response.headers.get("content-type") ?? "")) continue;
      expect([path, response.headers.get("content-disposition")]).toEqual([
        path,
        expect.stringContaining("attachment"),
      ]);
      for (const record of parse(text, { bom: true, relax_column_count: true }) as string[][])
        for (const cell of record) {
          cells += 1;
          if (/^'[=+\-@\t\r]/.test(cell)) neutralised += 1;
          if (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))
            bad.push(`${path}: ${cell.slice(0, 60)}`);
        }
    }
  expect(bad).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
  expect(neutralised).toBeGreaterThan(100);
});
