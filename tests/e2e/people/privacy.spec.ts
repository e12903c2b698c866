import { expect, test } from "@playwright/test";
import { Pool } from "pg";
import { PERSON_FIELDS, type PersonField, roleSees } from "@/lib/people/visible-fields";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { PAGES, type PageRow, ROUTES } from "@/tests/contract/access-matrix";
import { Visitor } from "@/tests/contract/visitor";
import { makeWorld, personaEmail, type World } from "@/tests/contract/world";

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 2 });
let world: World;

/** Words that stand in no other record, by the group of fields that they belong to. */
const SECRETS: Partial<Record<PersonField, string[]>> = {
  status_reason: ["Zwhystatus"],
  legal_name: ["ZLEGALNAME"],
  birth: ["1931-07-29", "29 Jul 1931", "29 July 1931"],
  school_email: ["zschoolmail@secret.example"],
  emails: ["zprivatemail@secret.example"],
  phones: ["019 555 731"],
  contacts: ["Zcontactname", "019 555 732"],
  address: ["Zaddressline"],
  papers: ["ZPAPER731"],
  schooling: ["Zformerschool"],
  employment: ["Zemployer"],
  monk: ["Zpagoda"],
};

test.describe.configure({ mode: "serial" });

/** A student with all of it, who sits in a class of the teacher persona and is the one that the matrix speaks of. */
async function plant(personId: number, place: number): Promise<void> {
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:privacy-test', true)");
    const run = (text: string, ...values: unknown[]) => client.query(text, [personId, ...values]);
    await run(
      `UPDATE person SET use_legal_name = true, legal_family_name = 'ZLEGALNAME', legal_personal_name = 'ZLEGALNAME',
              date_of_birth = '1931-07-29', school_email = $2, personal_email = 'zprivatemail@secret.example'
        WHERE id = $1`,
      place === 0 ? "zschoolmail@secret.example" : null,
    );
    await run("UPDATE student SET status_reason = 'Zwhystatus' WHERE person_id = $1");
    await run("UPDATE phone SET is_preferred = false WHERE person_id = $1");
    await run(
      `INSERT INTO phone (person_id, number, digits, is_preferred) VALUES ($1, '019 555 731', '19555731', true)
       ON CONFLICT (person_id, digits) DO UPDATE SET is_preferred = true`,
    );
    await run(
      `INSERT INTO emergency_contact (person_id, name, relationship, primary_phone, is_general)
       VALUES ($1, 'Zcontactname', 'OTHER', '019 555 732', true)`,
    );
    await run(
      `INSERT INTO person_address (person_id, kind, line) VALUES ($1, 'CURRENT', 'Zaddressline')
       ON CONFLICT (person_id, kind) DO UPDATE SET line = EXCLUDED.line`,
    );
    await run(
      "INSERT INTO identity_paper (person_id, kind, number) VALUES ($1, 'OTHER', $2) ON CONFLICT DO NOTHING",
      `ZPAPER731${place}`,
    );
    await run("INSERT INTO prior_schooling (person_id, level, school) VALUES ($1, 'OTHER', 'Zformerschool')");
    await run("INSERT INTO employment (person_id, employer) VALUES ($1, 'Zemployer')");
    await run(
      "INSERT INTO monk_period (person_id, ordained_on, left_on, pagoda) VALUES ($1, '2001-01-01', '2002-01-01', 'Zpagoda')",
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

test.beforeAll(async () => {
  world = await makeWorld(database);
  await plant(world.studentId, 0);
  if (world.enrolledId !== world.studentId) await plant(world.enrolledId, 1);
});
test.afterAll(() => database.end());

const at = (target: PageRow["at"], pattern: string) =>
  typeof target === "function" ? target(world) : (target ?? pattern);

/** Every page and every route that is read, and the ways by which a list, a search or a log shows one person. */
function addresses(): string[] {
  const { studentLabel: label, studentNumber: number, teacherClassId } = world;
  const pages = Object.entries(PAGES).map(([pattern, row]) => at(row.at, pattern));
  const routes = Object.entries(ROUTES)
    .filter(([key]) => key.startsWith("GET ") && !/auth|photos|own-data|files/.test(key))
    .map(([key, row]) => at(row.at, key.slice(4)));
  return [
    ...new Set([
      ...pages,
      ...routes,
      `/students?q=${label}`,
      `/api/v1/people/students/export?q=${label}`,
      `/api/v1/people/search?q=${label}`,
      "/api/v1/people/search?q=019%20555%20731",
      `/api/v1/registration/desk?number=${number}`,
      `/admin/audit?student=${number}`,
      `/admin/audit?who=system:privacy-test`,
      `/api/v1/audit/export?student=${number}`,
      `/students/${label}/history`,
      `/teach/classes/${teacherClassId}`,
      `/classes/${teacherClassId}`,
    ]),
  ].filter((path) => !path.includes("["));
}

/** What an address answers, as a page and as the parts that the browser fetches when it goes there by a link. */
async function answersOf(visitor: Visitor, path: string): Promise<string> {
  const whole = await (await visitor.request(path)).text();
  if (path.startsWith("/api/")) return whole;
  return whole + (await (await visitor.request(path, { headers: { rsc: "1" } })).text());
}

const found = new Map<RoleName, Set<PersonField>>();

for (const role of ROLES) {
  test(`${role}: no page, part of a page, file or answer holds what the table hides`, async ({ baseURL }) => {
    test.setTimeout(180_000);
    const visitor = new Visitor(baseURL ?? "");
    await visitor.signInAs(personaEmail(role));
    const seen = new Set<PersonField>();
    const leaks: string[] = [];
    for (const path of addresses()) {
      const text = await answersOf(visitor, path);
      for (const field of PERSON_FIELDS) {
        const word = SECRETS[field]?.find((each) => text.includes(each) && !echoed(path, each));
        if (!word) continue;
        seen.add(field);
        if (!roleSees(role, field)) leaks.push(`${path} holds ${word} (${field})`);
      }
    }
    found.set(role, seen);
    expect(leaks).toEqual([]);
  });
}

/** What was asked for comes back in the field of the search. */
function echoed(path: string, word: string): boolean {
  return decodeURIComponent(path).includes(word) && !path.startsWith("/api/");
}

test("and the words can be found: staff of the records see all of them, a teacher how to reach a student", () => {
  expect([...(found.get("registrar") ?? [])].sort()).toEqual(Object.keys(SECRETS).sort());
  expect([...(found.get("auditor") ?? [])].sort()).toEqual(Object.keys(SECRETS).sort());
  expect([...(found.get("teacher") ?? [])]).toContain("phones");
});

test("who may not see telephone numbers finds nobody by one", async ({ baseURL }) => {
  const hits = async (role: RoleName) => {
    const visitor = new Visitor(baseURL ?? "");
    await visitor.signInAs(personaEmail(role));
    return (await visitor.request("/api/v1/people/search?q=019%20555%20731")).text();
  };
  expect(await hits("registrar")).toContain(world.studentLabel);
  for (const role of ["cashier", "finance_manager"] as const)
    expect(await hits(role)).not.toContain(world.studentLabel);
});

test("administrators read who sees what", async ({ baseURL }) => {
  const visitor = new Visitor(baseURL ?? "");
  await visitor.signInAs(personaEmail("admin"));
  const text = await (await visitor.request("/admin/access/people")).text();
  expect(text).toContain("Identity papers");
  const teacherPapers = roleSees("teacher", "papers");
  expect(teacherPapers).toBe(false);
});
