import { describe, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { accountActor } from "@/tests/factories/actor";
import { onlyIfSeen, PERSON_FIELDS, type PersonField, sees, visibleFields } from "./visible-fields";

const FINDABLE: PersonField[] = ["name", "number", "programme", "status"];
/** The table of domain.md 2.3 once more, by hand: whoever changes one has to change the other. */
const HIDDEN_FROM: Record<RoleName, PersonField[] | "everything"> = {
  student: "everything",
  teacher: [
    "status_reason",
    "admission",
    "legal_name",
    "birth",
    "identity",
    "papers",
    "emails",
    "address",
    "schooling",
    "employment",
    "family",
    "positions",
    "requests",
    "duplicates",
    "account",
  ],
  substitute: [
    "status_reason",
    "admission",
    "legal_name",
    "birth",
    "identity",
    "papers",
    "emails",
    "address",
    "schooling",
    "employment",
    "family",
    "positions",
    "requests",
    "duplicates",
    "account",
  ],
  registrar: ["account"],
  academic_director: ["account"],
  cashier: PERSON_FIELDS.filter((field) => !FINDABLE.includes(field)),
  finance_manager: PERSON_FIELDS.filter((field) => !FINDABLE.includes(field)),
  admissions_officer: [
    "status_reason",
    "admission",
    "legal_name",
    "identity",
    "papers",
    "contacts",
    "address",
    "employment",
    "family",
    "monk",
    "photo",
    "positions",
    "requests",
    "account",
  ],
  auditor: [],
  admin: PERSON_FIELDS.filter((field) => field !== "number" && field !== "account"),
  operator: "everything",
};

describe("what each role sees of a person (domain.md 2.3)", () => {
  for (const role of ROLES) {
    it(`${role}: exactly what the table says`, () => {
      const hidden = HIDDEN_FROM[role];
      const expected = PERSON_FIELDS.filter((field) => hidden !== "everything" && !hidden.includes(field));
      expect([...visibleFields(accountActor({ role }))]).toEqual(expected);
    });

    it(`${role}: the own record but for suspected duplicates, which only some roles see`, () => {
      const actor = accountActor({ role, personId: 7 });
      const missing = PERSON_FIELDS.filter((field) => !sees(actor, field, { own: true }));
      expect(missing).toEqual(sees(actor, "duplicates") ? [] : ["duplicates"]);
    });
  }

  it("denies a role that nobody knows", () => {
    const stranger = accountActor({ role: "janitor" as RoleName, permissions: new Set() });
    expect([...visibleFields(stranger)]).toEqual([]);
  });

  it("never shows identity papers to teachers, whatever they teach", () => {
    for (const role of ["teacher", "substitute"] as const)
      expect(sees(accountActor({ role }), "papers")).toBe(false);
  });

  it("lets the system see all, for jobs that made up their own mind", () => {
    expect(visibleFields(systemActor("test")).size).toBe(PERSON_FIELDS.length);
  });

  it("blanks a value in memory", () => {
    expect(onlyIfSeen(accountActor({ role: "cashier" }), "birth", "2001-02-03")).toBeNull();
    expect(onlyIfSeen(accountActor({ role: "registrar" }), "birth", "2001-02-03")).toBe("2001-02-03");
  });
});
