import "server-only";
import { Reading } from "@/lib/people/import/reading";
import type { ProblemCode, RowProblem } from "@/lib/people/import/schemas";
import { dictionary, foldWord, parseEmail, parseNumber } from "@/lib/people/import/values";
import { insertPhones } from "@/lib/people/import/write";
import { runList, type TakenRow } from "@/lib/people/imports/run-list";
import type { ImportSummary, Tally } from "@/lib/people/imports/summary";
import { isPhone, normalisePhone } from "@/lib/people/rules";
import { RELATIONSHIPS } from "@/lib/people/schemas";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { Relationship } from "@/lib/platform/db/generated/enums";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { CONTACT_FIELDS } from "./fields";
import type { ContactImportInput } from "./kind";
import { contactsOnFile, emailsTaken, type Reached, updateEmails, writeContacts } from "./write";

export type ContactDraft = {
  row: number;
  number?: number;
  phone?: string;
  secondPhone?: string;
  schoolEmail?: string;
  personalEmail?: string;
  contactName?: string;
  relationship?: Relationship;
  contactPhone?: string;
  contactEmail?: string;
};
type Judged = TakenRow & { draft: ContactDraft; student: Reached | null };

const RELATIONSHIP_WORDS = dictionary<Relationship>([
  ...RELATIONSHIPS.map((each) => [each, [each]] as const),
  ["FATHER", ["dad", "ឪពុក"]],
  ["MOTHER", ["mum", "mom", "ម្តាយ", "ម្ដាយ"]],
  ["SPOUSE", ["husband", "wife", "ប្តី", "ប្ដី", "ប្រពន្ធ", "ភរិយា", "ស្វាមី"]],
  ["SIBLING", ["brother", "sister", "បង", "ប្អូន", "បងប្អូន"]],
  ["GRANDPARENT", ["grandfather", "grandmother", "ជីតា", "ជីដូន"]],
  ["GUARDIAN", ["អាណាព្យាបាល"]],
  ["FRIEND", ["មិត្តភក្តិ", "មិត្តភក្ដិ"]],
  ["OTHER", ["aunt", "uncle", "ផ្សេងទៀត"]],
]);

/** The import of contacts, for preview and apply (runList). */
export async function run(
  tx: Tx,
  actor: Actor,
  input: ContactImportInput,
  context: ChangeSetContext,
): Promise<ImportSummary> {
  const seen = new Map<string, number>();
  return runList(actor, input, context, async (rows, tally) => {
    const judged = await judge(tx, rows, input, seen);
    await write(tx, judged, tally);
    return judged;
  });
}

function parse(row: TableRow, input: ContactImportInput): { draft: ContactDraft; problems: RowProblem[] } {
  const reading = new Reading(row, input.mapping, CONTACT_FIELDS);
  const phone = (text: string) => (isPhone(text) ? text.trim() : null);
  reading.take("number", parseNumber, "number_format");
  reading.take("phone", phone, "phone_format");
  reading.take("secondPhone", phone, "phone_format");
  reading.take("contactPhone", phone, "phone_format");
  for (const field of ["schoolEmail", "personalEmail", "contactEmail"])
    reading.take(field, parseEmail, "email_format");
  reading.take("contactName", (text) => text.slice(0, 120), "too_long");
  reading.take(
    "relationship",
    (text) => RELATIONSHIP_WORDS.get(foldWord(text)) ?? null,
    "unknown_relationship",
  );
  return { draft: reading.draft as ContactDraft, problems: reading.problems };
}

async function judge(
  tx: Tx,
  rows: TableRow[],
  input: ContactImportInput,
  seen: Map<string, number>,
): Promise<Judged[]> {
  const parsed = rows.map((row) => ({ row, ...parse(row, input) }));
  const drafts = parsed.map(({ draft }) => draft);
  const students = await contactsOnFile(
    tx,
    drafts.flatMap((draft) => draft.number ?? []),
  );
  const taken = await emailsTaken(
    tx,
    drafts.flatMap((draft) => draft.schoolEmail ?? []),
  );
  return parsed.map(({ row, draft, problems }) => {
    const say = (field: string | null, code: ProblemCode, params?: RowProblem["params"]) =>
      problems.push({ row: draft.row, field, code, level: "error", ...(params ? { params } : {}) });
    const said = new Set(problems.map((problem) => problem.field));
    const student = draft.number === undefined ? null : (students.get(draft.number) ?? null);
    if (draft.number === undefined && !said.has("number")) say("number", "missing_number");
    if (draft.number !== undefined && !student) say("number", "unknown_number", { number: draft.number });
    const { contactName, contactPhone, relationship, contactEmail } = draft;
    const anything = contactName ?? contactPhone ?? relationship ?? contactEmail;
    if (anything !== undefined && (!contactName || !contactPhone) && !said.has("contactPhone"))
      say(contactName ? "contactPhone" : "contactName", "contact_incomplete");
    const facts = Object.keys(draft).filter((field) => field !== "row" && field !== "number");
    if (facts.length === 0 && problems.length === 0) say(null, "nothing_to_take");
    if (draft.schoolEmail) {
      const before = seen.get(draft.schoolEmail);
      if (before === undefined) seen.set(draft.schoolEmail, draft.row);
      else say("schoolEmail", "email_twice", { other: before });
      const owner = taken.get(draft.schoolEmail);
      if (owner && owner.personId !== student?.personId)
        say("schoolEmail", "email_on_file", { who: owner.name });
    }
    return { row, draft, problems, student };
  });
}

async function write(tx: Tx, judged: Judged[], tally: Tally): Promise<void> {
  const good = judged.flatMap(({ problems, draft, student }) =>
    student && !problems.some((problem) => problem.level === "error") ? [{ draft, student }] : [],
  );
  const touched = new Set<number>();
  const phones = good.flatMap(({ draft, student }) =>
    [draft.phone, draft.secondPhone].flatMap((number) => {
      const digits = number ? normalisePhone(number) : "";
      if (!number || student.phones.includes(digits)) return [];
      touched.add(student.personId);
      return [{ personId: student.personId, number, digits }];
    }),
  );
  await insertPhones(tx, [
    ...new Map(phones.map((phone) => [`${phone.personId}/${phone.digits}`, phone])).values(),
  ]);
  for (const id of await updateEmails(tx, good)) touched.add(id);
  for (const id of await writeContacts(tx, good)) touched.add(id);
  const rows = good.filter(({ student }) => touched.has(student.personId)).length;
  tally.rows += judged.length;
  tally.updated += rows;
  tally.unchanged += good.length - rows;
  tally.rejected += judged.length - good.length;
  tally.flagged += good.length === 0 ? 0 : judged.filter(({ problems }) => isOnlyWarned(problems)).length;
}

const isOnlyWarned = (problems: readonly RowProblem[]) =>
  problems.length > 0 && problems.every((problem) => problem.level === "warning");
