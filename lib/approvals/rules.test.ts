import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountActor } from "@/tests/factories/actor";
import { expiryOf, mayDecide, statusAt } from "./rules";
import { APPROVAL_STATUSES, decideInput } from "./schemas";

const now = new Date("2026-11-24T03:00:00Z");
const request = {
  status: "PENDING" as const,
  expiresAt: "2026-11-30T00:00:00.000Z",
  maker: { accountId: 7, name: "SOK Dara" },
  payload: { accountId: 9 },
  subjectId: 90,
  permission: "access:grant",
  authorityLevel: null as number | null,
  reached: true,
};
const admin = accountActor({ role: "admin", accountId: 8, personId: 80 });
const rules = (...given: Parameters<typeof mayDecide>) => mayDecide(...given).because.map(({ rule }) => rule);

describe("who may decide a request", () => {
  it("is the second person with the right", () => {
    expect(mayDecide(admin, request, now)).toMatchObject({
      value: true,
      because: [{ rule: "approvals.second_person", inputs: { maker: "SOK Dara" } }],
    });
  });

  it("is not the maker, in whichever role they act", () => {
    for (const role of ["admin", "registrar", "auditor"] as const) {
      expect(rules(accountActor({ role, accountId: 7 }), request, now)).toContain("approvals.own_request");
    }
  });

  it("is nobody whom it concerns, by account or by person", () => {
    expect(rules({ ...admin, accountId: 9 }, request, now)).toEqual(["approvals.concerns_oneself"]);
    expect(rules({ ...admin, personId: 90 }, request, now)).toEqual(["approvals.concerns_oneself"]);
    expect(mayDecide({ ...admin, personId: null }, { ...request, subjectId: null }, now).value).toBe(true);
  });

  it("needs the right, the reach and the authority", () => {
    expect(rules(accountActor({ role: "registrar", accountId: 8 }), request, now)).toEqual([
      "approvals.right_missing",
    ]);
    expect(rules(admin, { ...request, reached: false }, now)).toEqual(["approvals.out_of_reach"]);
    const level = (of: number | null) =>
      rules({ ...admin, authorityLevel: of }, { ...request, authorityLevel: 2 }, now);
    expect(level(null)).toEqual(["approvals.authority"]);
    expect(level(3)).toEqual(["approvals.authority"]);
    expect(level(2)).toEqual(["approvals.second_person"]);
    expect(level(1)).toEqual(["approvals.second_person"]);
  });

  it("ends with the hour and with the decision, and says what to do instead", () => {
    const late = mayDecide(admin, request, new Date(request.expiresAt));
    expect(late).toMatchObject({ value: false, remedy: { rule: "approvals.ask_again" } });
    expect(late.because[0]?.rule).toBe("approvals.expired");
    for (const status of APPROVAL_STATUSES.filter((each) => each !== "PENDING")) {
      expect(mayDecide(admin, { ...request, status }, now).value).toBe(false);
    }
  });

  it("never is one person, whatever else holds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        fc.constantFrom(...APPROVAL_STATUSES),
        fc.boolean(),
        (judge, maker, authorityLevel, status, reached) => {
          const verdict = mayDecide(
            { ...admin, accountId: judge, authorityLevel },
            { ...request, status, reached, maker: { accountId: maker, name: "M" } },
            now,
          );
          expect(verdict.because.length).toBeGreaterThan(0);
          if (verdict.value) expect([judge !== maker, status, reached]).toEqual([true, "PENDING", true]);
        },
      ),
    );
  });
});

describe("the hour of a request", () => {
  it("is counted in days from the asking", () => {
    expect(expiryOf(now, 7).toISOString()).toBe("2026-12-01T03:00:00.000Z");
  });

  it("ends what waits, and nothing that is decided", () => {
    const at = new Date("2026-11-24T03:00:00.001Z");
    expect(statusAt("PENDING", now.toISOString(), at)).toBe("EXPIRED");
    expect(statusAt("PENDING", at.toISOString(), now)).toBe("PENDING");
    expect(statusAt("APPROVED", now.toISOString(), at)).toBe("APPROVED");
  });
});

describe("a decision as it is sent", () => {
  const sent = { id: 1, version: 1, decision: "reject", reason: "no" };
  it("says why when it refuses", () => {
    expect(decideInput.safeParse(sent).success).toBe(false);
    expect(decideInput.safeParse({ ...sent, reason: "not this term" }).success).toBe(true);
    expect(decideInput.safeParse({ ...sent, decision: "approve", reason: "" }).success).toBe(true);
    expect(decideInput.safeParse({ ...sent, decision: "maybe" }).success).toBe(false);
  });
});
