import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnSight } from "@/lib/people/column-fields";
import { getPersonDetails } from "@/lib/people/details/queries";
import { PEOPLE_COLUMNS } from "@/lib/people/lists/columns";
import { exportPeople } from "@/lib/people/lists/export-people";
import { findStudent } from "@/lib/people/queries/get-student";
import { listStudents } from "@/lib/people/queries/list-students";
import { searchPeople } from "@/lib/people/queries/search-people";
import { loadStudentListParams } from "@/lib/people/search-params";
import { PERSON_FIELDS, type PersonField, roleSees } from "@/lib/people/visible-fields";
import type { AccountActor } from "@/lib/platform/access/actor";
import { permissionsOf, ROLES, type RoleName } from "@/lib/platform/access/roles";
import { listAuditEntries, listHistory, streamAuditEntries } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { accountActor } from "@/tests/factories/actor";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";

let database: TestDatabase;
let student: { personId: number; number: number };

/** Words that stand nowhere else, by the group of fields that they belong to. */
const SECRETS: Partial<Record<PersonField, string[]>> = {
  status_reason: ["Zwhystatus"],
  legal_name: ["ZLEGALNAME"],
  birth: ["1931-07-29"],
  identity: ["WIDOWED"],
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

async function plant(): Promise<void> {
  const client = await database.pool.connect();
  const run = (text: string) => client.query(text, [student.personId]);
  await client.query("BEGIN");
  await client.query("SELECT set_config('naga.actor', 'system:test', true)");
  await run(`UPDATE person SET use_legal_name = true, legal_family_name = 'ZLEGALNAME', legal_personal_name = 'ZLEGALNAME',
    date_of_birth = '1931-07-29', marital_status = 'WIDOWED', school_email = 'zschoolmail@secret.example',
    personal_email = 'zprivatemail@secret.example' WHERE id = $1`);
  await run("UPDATE student SET status_reason = 'Zwhystatus' WHERE person_id = $1");
  await run(
    "INSERT INTO phone (person_id, number, digits, is_preferred) VALUES ($1, '019 555 731', '19555731', true)",
  );
  await run(`INSERT INTO emergency_contact (person_id, name, relationship, primary_phone)
    VALUES ($1, 'Zcontactname', 'OTHER', '019 555 732')`);
  await run("INSERT INTO person_address (person_id, kind, line) VALUES ($1, 'CURRENT', 'Zaddressline')");
  await run("INSERT INTO identity_paper (person_id, kind, number) VALUES ($1, 'OTHER', 'ZPAPER731')");
  await run("INSERT INTO prior_schooling (person_id, level, school) VALUES ($1, 'OTHER', 'Zformerschool')");
  await run("INSERT INTO employment (person_id, employer) VALUES ($1, 'Zemployer')");
  await run(`INSERT INTO monk_period (person_id, ordained_on, left_on, pagoda)
    VALUES ($1, '2001-01-01', '2002-01-01', 'Zpagoda')`);
  await client.query("COMMIT");
  client.release();
}

beforeAll(async () => {
  database = await createTestDatabase();
  student = await makeStudent({ familyName: "SEEN", personalName: "OR NOT" });
  await plant();
});
afterAll(() => database.close());

const columns = PEOPLE_COLUMNS.students.map(({ key }) => key);
const filter = (q: string) => {
  const { term: _, ...params } = loadStudentListParams(new URLSearchParams({ q }));
  return { ...params, among: null, except: null };
};
const audit = { ...loadAuditParams(new URLSearchParams()), size: 100 };

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** Every read that returns fields of a person, as its page, file or answer calls it. */
const READS: Record<string, (actor: AccountActor) => Promise<unknown>> = {
  record: (actor) => findStudent(actor, student.number),
  details: (actor) => getPersonDetails(actor, student.personId),
  list: (actor) => listStudents(actor, { ...filter("seen"), page: 1, size: 50, columns }),
  export: async (actor) =>
    all(
      (
        await exportPeople(actor, {
          list: "students",
          format: "csv",
          params: { q: "seen" },
          columns,
          ids: null,
        })
      ).rows,
    ),
  search: (actor) => searchPeople(actor, { q: "seen", kind: "any", limit: 10 }),
  "search by phone": (actor) => searchPeople(actor, { q: "019 555 731", kind: "any", limit: 10 }),
  history: (actor) => listHistory(actor, student.personId, 1, 100, columnSight(actor)),
  "audit log": (actor) =>
    listAuditEntries(actor, { ...audit, subjectId: student.personId }, columnSight(actor)),
  "audit export": (actor) =>
    all(streamAuditEntries(actor, { ...audit, subjectId: student.personId }, columnSight(actor))),
};

/**
 * Somebody in a role who gets past every gate: what the table hides has to be left out by the read itself, not only by
 * the permission that happens to stand before it today.
 */
function pastEveryGate(role: RoleName): AccountActor {
  const permissions = new Set([...permissionsOf("auditor"), ...permissionsOf("registrar")]);
  return accountActor({ role, permissions, scopes: [{ kind: "ALL", ref: null }], personId: 999_999 });
}

describe("no read hands out what the table of fields hides", () => {
  for (const role of ROLES) {
    for (const [name, read] of Object.entries(READS)) {
      it(`${role}: ${name}`, async () => {
        const text = JSON.stringify(await read(pastEveryGate(role)));
        const leaks = PERSON_FIELDS.filter(
          (field) => !roleSees(role, field) && SECRETS[field]?.some((word) => text.includes(word)),
        );
        expect(leaks).toEqual([]);
      });
    }
  }

  it("finds nobody by a telephone number that the reader may not see", async () => {
    const hits = (role: RoleName) => READS["search by phone"]?.(pastEveryGate(role));
    for (const role of ROLES)
      expect([role, ((await hits(role)) as unknown[]).length]).toEqual([
        role,
        roleSees(role, "phones") ? 1 : 0,
      ]);
  });

  it("and the words are there for who may see them", async () => {
    const auditor = pastEveryGate("auditor");
    const texts = await Promise.all(Object.values(READS).map((read) => read(auditor)));
    const whole = JSON.stringify(texts);
    expect(
      PERSON_FIELDS.filter(
        (field) => SECRETS[field] && !SECRETS[field].every((word) => whole.includes(word)),
      ),
    ).toEqual([]);
  });

  it("shows the person all of the own record", async () => {
    const self = accountActor({
      role: "student",
      personId: student.personId,
      scopes: [{ kind: "OWN", ref: null }],
    });
    const text = JSON.stringify([await READS.record?.(self), await READS.details?.(self)]);
    expect(
      Object.values(SECRETS)
        .flat()
        .filter((word) => !text.includes(word)),
    ).toEqual([]);
  });
});
