import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { resendCommand } from "@/lib/messages/commands/resend";
import { startMergeCommand } from "@/lib/messages/commands/start-merge";
import { createTemplateCommand, editTemplateCommand } from "@/lib/messages/commands/templates";
import { listDeliveries } from "@/lib/messages/queries/deliveries";
import { getMerge, listMerges } from "@/lib/messages/queries/merges";
import { previewMerge } from "@/lib/messages/queries/preview";
import { sendMails } from "@/lib/messages/send-mails";
import type { AccountActor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobContext } from "@/lib/platform/jobs/define";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { startMailServer } from "@/tests/factories/mail-server";
import { makeStudent } from "@/tests/factories/student";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { freshQueue, runWaitingJobs } from "@/tests/setup/run-jobs";

let database: TestDatabase;
let server: Awaited<ReturnType<typeof startMailServer>>;
let registrar: AccountActor;
let director: AccountActor;
const people: Record<"dara" | "sophea" | "bora" | "nary", number> = { dara: 0, sophea: 0, bora: 0, nary: 0 };

const context: JobContext = {
  actor: systemActor("job:test"),
  accountId: null,
  jobRunId: "00000000-0000-7000-8000-000000000000",
  signal: new AbortController().signal,
  log: { info: () => {}, warn: () => {}, error: () => {} },
  progress: async () => {},
  cancelled: async () => false,
};

beforeAll(async () => {
  server = await startMailServer();
  // Read once, when the first command asks.
  process.env.NAGA_SMTP_URL = server.url;
  process.env.NAGA_MAIL_FROM = "Naga University <office@naga.example>";
  process.env.NAGA_MAIL_RATE = "500";
  database = await createTestDatabase();
  await freshQueue();
  registrar = accountActor({ accountId: (await makeAccount(database.pool)).id });
  director = accountActor({
    accountId: (await makeAccount(database.pool, { role: "academic_director" })).id,
    role: "academic_director",
    scopes: [{ kind: "PROGRAMME", ref: "NONE" }],
  });
  const make = async (personalName: string, email: string | null) => {
    const { personId } = await makeStudent({ familyName: "SOK", personalName });
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({ where: { id: personId }, data: { schoolEmail: email } }),
    );
    return personId;
  };
  people.dara = await make("DARA", "dara@naga.example");
  people.sophea = await make("SOPHEA", "sophea@naga.example");
  people.bora = await make("BORA", null);
  people.nary = await make("NARY", "nary@naga.example");
});
afterEach(() => {
  server.got.length = 0;
  for (const set of Object.values(server.trouble)) set.clear();
});
afterAll(async () => {
  await database.close();
  await server.close();
});

let made = 0;
const BODY = "Dear {{name}},\n\nyour number is {{number}}.";
async function template(bodyEn = BODY, subjectEn = "For {{name}}") {
  made += 1;
  const words = { name: `Mail ${made}`, medium: "EMAIL", subjectEn, bodyEn } as const;
  return createTemplateCommand(registrar, { ...words, subjectKm: null, bodyKm: null });
}
const ids = (...list: number[]) => ({ kind: "ids" as const, list: "students" as const, ids: list });
async function begin(selected: number[], bodyEn?: string, actor = registrar, subjectEn?: string) {
  const { id: templateId } = await template(bodyEn, subjectEn);
  const choice = { templateId, templateVersion: 1, language: "preferred" as const };
  return startMergeCommand(actor, { selection: ids(...selected), ...choice });
}
const everybody = { status: [], page: 1, size: 100 };
const stateOf = async (id: number) =>
  Object.fromEntries(
    (await listDeliveries(registrar, id, everybody)).rows.map((row) => [
      row.name.personalName,
      [row.status, row.problem],
    ]),
  );
const receivers = () => server.got.flatMap(({ to }) => to).sort();

describe("a mail to selected students", () => {
  test("reaches everybody with an address once, with their own facts", async () => {
    const { id } = await begin([people.dara, people.sophea, people.bora]);
    expect(await runWaitingJobs()).toMatchObject([{ status: "SUCCEEDED", result: { sent: 2, failed: 0 } }]);
    expect(receivers()).toEqual(["dara@naga.example", "sophea@naga.example"]);
    const raw = server.got.find(({ to }) => to.includes("dara@naga.example"))?.raw ?? "";
    expect(raw).toContain("Subject: For SOK DARA");
    expect(raw).toContain("From: Naga University <office@naga.example>");
    expect(raw).toContain("Dear SOK DARA,");
    expect(raw).toMatch(/Content-Type: text\/html/);
    expect(raw).not.toContain("SOPHEA");
    expect(await stateOf(id)).toEqual({
      BORA: ["SKIPPED", "no_address"],
      DARA: ["SENT", null],
      SOPHEA: ["SENT", null],
    });
    expect(await getMerge(registrar, id)).toMatchObject({
      people: 3,
      sent: 2,
      skipped: 1,
      failed: 0,
      waiting: 0,
    });
  });

  test("nobody gets it twice, however often the job is run", async () => {
    const { id } = await begin([people.dara, people.sophea]);
    await runWaitingJobs();
    await sendMails(id, context, []);
    await Promise.all([sendMails(id, context, []), sendMails(id, context, [])]);
    expect(receivers()).toEqual(["dara@naga.example", "sophea@naga.example"]);
  });

  test("two runs at the same time send each mail once", async () => {
    const { id } = await begin([people.dara, people.sophea, people.nary]);
    await Promise.all([sendMails(id, context, []), sendMails(id, context, [])]).catch(() => undefined);
    await runWaitingJobs();
    expect(receivers()).toEqual(["dara@naga.example", "nary@naga.example", "sophea@naga.example"]);
  });

  test("what a dead worker had begun is told, and not sent again by itself", async () => {
    const { id } = await begin([people.dara, people.sophea]);
    await database.pool.query(
      "UPDATE mail_delivery SET started_at = now(), attempts = 1 WHERE merge_id = $1 AND person_id = $2",
      [id, people.dara],
    );
    await runWaitingJobs();
    expect(receivers()).toEqual(["sophea@naga.example"]);
    expect(await stateOf(id)).toMatchObject({ DARA: ["FAILED", "interrupted"], SOPHEA: ["SENT", null] });
  });

  test("what was sent stays sent, whoever writes", async () => {
    const { id } = await begin([people.dara]);
    await runWaitingJobs();
    await expect(
      database.pool.query("UPDATE mail_delivery SET status = 'QUEUED', sent_at = NULL WHERE merge_id = $1", [
        id,
      ]),
    ).rejects.toThrow("mail_delivery_sent_stays");
  });
});

describe("failures", () => {
  test("are listed with the server's reason, and sent again when they are mended", async () => {
    server.trouble.refused.add("dara@naga.example");
    server.trouble.deferred.add("nary@naga.example");
    const { id } = await begin([people.dara, people.sophea, people.nary, people.bora]);
    await runWaitingJobs();
    expect(await stateOf(id)).toEqual({
      DARA: ["FAILED", "refused"],
      NARY: ["FAILED", "deferred"],
      BORA: ["SKIPPED", "no_address"],
      SOPHEA: ["SENT", null],
    });
    const [first] = (await listDeliveries(registrar, id, { ...everybody, status: ["FAILED"] })).rows;
    expect(first).toMatchObject({ address: "dara@naga.example", answer: "550 No such user here" });

    for (const set of Object.values(server.trouble)) set.clear();
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({ where: { id: people.bora }, data: { personalEmail: "bora@home.example" } }),
    );
    server.got.length = 0;
    await resendCommand(registrar, { id });
    await expect(resendCommand(registrar, { id })).rejects.toMatchObject({ code: "messages.still_running" });
    await runWaitingJobs();
    expect(receivers()).toEqual(["bora@home.example", "dara@naga.example", "nary@naga.example"]);
    await expect(resendCommand(registrar, { id })).rejects.toMatchObject({
      code: "messages.nothing_to_resend",
    });
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({ where: { id: people.bora }, data: { personalEmail: null } }),
    );
  });

  test("a line that breaks after the text was taken counts as sent or not, never as to be repeated", async () => {
    server.trouble.cut.add("dara@naga.example");
    const { id } = await begin([people.dara, people.sophea]);
    await runWaitingJobs();
    expect(receivers()).toEqual(["dara@naga.example", "sophea@naga.example"]);
    expect(await stateOf(id)).toMatchObject({ DARA: ["FAILED", "interrupted"], SOPHEA: ["SENT", null] });
  });

  test("without a mail server the job says so, and everybody goes on waiting", async () => {
    const { id } = await begin([people.dara, people.sophea]);
    const port = new URL(server.url).port;
    await server.close();
    await expect(sendMails(id, context, [1, 1])).rejects.toMatchObject({
      code: "messages.server_unreachable",
      params: { answer: expect.stringContaining(port) },
    });
    expect(await stateOf(id)).toEqual({ DARA: ["QUEUED", null], SOPHEA: ["QUEUED", null] });
    server = await startMailServer(Number(port));
    await runWaitingJobs();
    expect(receivers()).toEqual(["dara@naga.example", "sophea@naga.example"]);
  });
});

describe("names that would break a mail", () => {
  test("are text in subject, text and HTML, and add no header and no receiver", async () => {
    const { personId } = await makeStudent({ familyName: "X", personalName: "Y" });
    await writeTx(systemActor("test"), {}, (tx) =>
      tx.person.update({
        where: { id: personId },
        data: {
          schoolEmail: "xy@naga.example",
          khmerFamilyName: "<b>\nBcc: evil@naga.example",
          khmerPersonalName: "{{phone}}",
          khmerNameSource: "IMPORT",
        },
      }),
    );
    await begin([personId], "Dear {{khmer_name}}", registrar, "To {{khmer_name}}");
    await runWaitingJobs();
    expect(receivers()).toEqual(["xy@naga.example"]);
    const raw = server.got[0]?.raw ?? "";
    const [head = ""] = raw.split("\r\n\r\n");
    expect(head).toContain("To: xy@naga.example");
    expect(head).not.toMatch(/^Bcc:/im);
    expect(raw).toContain("{{phone}}");
    expect(raw).toContain("&lt;b&gt;");
  });
});

describe("who may send", () => {
  test("a merge of somebody else is not found by who does not reach the whole campus", async () => {
    const { id } = await begin([people.dara]);
    await runWaitingJobs();
    await expect(getMerge(director, id)).rejects.toMatchObject({ code: "messages.merge_not_found" });
    await expect(listDeliveries(director, id, everybody)).rejects.toMatchObject({ kind: "not_found" });
    await expect(resendCommand(director, { id })).rejects.toMatchObject({ code: "messages.merge_not_found" });
    const page = { medium: null, template: null, page: 1, size: 100 };
    expect((await listMerges(director, page)).rows).toEqual([]);
    expect((await listMerges(registrar, page)).rows.map((row) => row.id)).toContain(id);
  });

  test("nobody sends to people beyond their reach", async () => {
    await expect(begin([people.dara], undefined, director)).rejects.toMatchObject({ kind: "not_found" });
    expect(await runWaitingJobs()).toEqual([]);
  });

  test("nobody sends facts that they may not see", async () => {
    const finder = accountActor({
      ...registrar,
      role: "cashier",
      permissions: new Set([...registrar.permissions]),
    });
    const asked = begin([people.dara], "Born {{date_of_birth}}", finder);
    await expect(asked).rejects.toMatchObject({
      code: "messages.fact_not_visible",
      params: { facts: "{{date_of_birth}}" },
    });
  });

  test("a template that was changed since its preview is not sent", async () => {
    const { id } = await template();
    const words = { name: "Mail changed", medium: "EMAIL", subjectEn: "New", bodyEn: "New" } as const;
    await editTemplateCommand(registrar, {
      ...words,
      subjectKm: null,
      bodyKm: null,
      id,
      version: 1,
      isActive: false,
    });
    const choice = { selection: ids(people.dara), templateId: id, language: "preferred" as const };
    await expect(startMergeCommand(registrar, { ...choice, templateVersion: 1 })).rejects.toMatchObject({
      code: "messages.template_changed",
    });
    await expect(startMergeCommand(registrar, { ...choice, templateVersion: 2 })).rejects.toMatchObject({
      code: "messages.template_retired",
    });
  });
});

test("the preview tells whom a template does not reach and what is not known of them", async () => {
  const { id: templateId } = await template("Dear {{name}}, call {{phone}}");
  const asked = { selection: ids(people.dara, people.bora), templateId, language: "preferred" as const };
  expect(await previewMerge(registrar, asked)).toMatchObject({
    people: 2,
    unreachable: 1,
    missing: [{ fact: "phone", people: 2 }],
    shown: [
      { name: "SOK DARA", body: "Dear SOK DARA, call " },
      { name: "SOK BORA", address: null },
    ],
  });
});
