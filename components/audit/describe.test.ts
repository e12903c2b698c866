import { expect, test } from "vitest";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import { loose } from "@/lib/platform/i18n/explain-text";
import { formatter } from "@/lib/platform/i18n/formatter";
import type { Locale } from "@/lib/platform/i18n/locales";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { translator } from "@/lib/platform/i18n/translator";
import { describeChanges, referencedIds, type Words } from "./describe";

const wordsOf = (locale: Locale): Words => ({
  history: loose(translator("history", locale)),
  reasons: loose(translator("reasons", locale)),
  people: loose(translator("people", locale)),
  studies: loose(translator("studies", locale)),
  registration: loose(translator("registration", locale)),
  approvals: loose(translator("approvals", locale)),
  colleagues: loose(translator("colleagues", locale)),
  duplicates: loose(translator("duplicates", locale)),
  changeRequests: loose(translator("changeRequests", locale)),
  details: loose(translator("personDetails", locale)),
  classes: loose(translator("classes", locale)),
  classEdit: loose(translator("classEdit", locale)),
  projects: loose(translator("projects", locale)),
  format: formatter(locale, "western"),
  references: new Map(),
});

test.each(["status_reason", "end_reason", "cancel_reason", "reason"])(
  "%s is told in the reader's language",
  (column) => {
    const entry = {
      table: "student",
      operation: "UPDATE",
      old: { [column]: "moved to her village" },
      new: { [column]: storedReason("swapped_for", { class: "ENGL-110 B" }) },
    } as unknown as AuditEntry;
    const told = (locale: Locale) => describeChanges(entry, wordsOf(locale), false)[0];
    expect(told("en")).toMatchObject({ old: "moved to her village", new: "Swapped for ENGL-110 B" });
    expect(told("km")).toMatchObject({ old: "moved to her village", new: "បានប្ដូរទៅ ENGL-110 B" });
  },
);

test("a decision on a request is told in the reader's language", () => {
  const entry = {
    table: "approval",
    operation: "UPDATE",
    old: { status: "PENDING", checker_id: null },
    new: { status: "APPROVED", checker_id: 5 },
  } as unknown as AuditEntry;
  const [status] = describeChanges(entry, wordsOf("km"), false);
  expect([status?.old, status?.new]).toEqual(["កំពុងរង់ចាំ", "បានអនុម័ត"]);
});

test("a paper, its province and who verified it are told in words", () => {
  const file_id = "019a0000-0000-7000-8000-000000000000";
  const entry = {
    table: "identity_paper",
    operation: "INSERT",
    old: null,
    new: { kind: "PASSPORT", province: "KEP", verified_by: 7, file_id },
  } as unknown as AuditEntry;
  expect(referencedIds([entry])).toEqual({ verified_by: [7] });
  const words = { ...wordsOf("en"), references: new Map([["verified_by:7", "Registrar One"]]) };
  expect(describeChanges(entry, words, false).map((change) => change.new)).toEqual([
    "Passport",
    "Kep",
    "Registrar One",
    "Scan",
  ]);
});

test("states of classes and project groups are told in words, and who joined a group by name", () => {
  const words = { ...wordsOf("en"), references: new Map([["student_id:7", "SOK DARA"]]) };
  const told = (table: string, values: object) =>
    describeChanges(
      { table, operation: "INSERT", old: null, new: values } as unknown as AuditEntry,
      words,
      false,
    );
  expect(told("class", { status: "SUSPENDED", class_type: "READING" }).map((each) => each.new)).toEqual([
    "Suspended",
    "Reading class",
  ]);
  expect(told("senior_project_group", { status: "IN_PROGRESS" })[0]).toMatchObject({ new: "In progress" });
  expect(told("senior_project_member", { group_id: 3, student_id: 7 }).map((each) => each.new)).toEqual([
    "SOK DARA",
  ]);
  expect(told("enrolment", { student_id: 7 })).toEqual([]);
});

test("hours, weekdays, rooms and teachers of a timetable are told in words, keys not at all", () => {
  const entry = {
    table: "meeting",
    operation: "INSERT",
    old: null,
    new: {
      start_min: 1050,
      weekday: 2,
      kind: "MAKE_UP",
      room_id: 7,
      teacher_id: 30,
      makes_up_for_id: 238,
      slot_id: 4,
    },
  } as unknown as AuditEntry;
  const references = new Map([
    ["room_id:7", "M107"],
    ["teacher_id:30", "SOK DARA"],
  ]);
  const told = describeChanges(entry, { ...wordsOf("en"), references }, false);
  expect(Object.fromEntries(told.map((each) => [each.label, each.new]))).toEqual({
    Begins: "17:30",
    Weekday: "Tuesday",
    Kind: "Make-up class",
    Room: "M107",
    Teacher: "SOK DARA",
  });
  expect(referencedIds([entry])).toMatchObject({ room_id: [7], teacher_id: [30] });
});
