import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TermRecord } from "@/lib/calendar/schemas";
import { addDays, weekday } from "@/lib/platform/dates/day";
import { deriveTerm } from "./derive";
import { termDateProblems, termState, termWeeks } from "./rules";

const term = (over: Partial<TermRecord> = {}): TermRecord => ({
  id: 1,
  version: 1,
  code: "261019B-T4",
  name: { en: "Bachelor, term 4 of 2026", km: "បរិញ្ញាបត្រ ឆមាសទី4 ឆ្នាំ2026" },
  termType: "BA",
  startDate: "2026-10-19",
  endDate: "2027-01-10",
  registrationOpensOn: "2026-09-07",
  registrationClosesOn: "2026-10-26",
  discountEndDate: "2026-10-26",
  addDeadline: "2026-10-26",
  dropDeadline: "2026-11-02",
  paymentDeadline: "2026-11-16",
  baCohortNumber: null,
  maCohortNumber: null,
  isActive: true,
  ...over,
});

describe("deriveTerm", () => {
  it("goes on as the last two did: distance, length, deadlines, code and names", () => {
    const before = term({ code: "260720B-T3", startDate: "2026-07-20", endDate: "2026-10-11" });
    expect(deriveTerm("BA", [term(), before], "2026-11-24")).toEqual({
      code: "270118B-T1",
      name: "Bachelor, term 1 of 2027",
      nameKm: "បរិញ្ញាបត្រ ឆមាសទី1 ឆ្នាំ2027",
      startDate: "2027-01-18",
      endDate: "2027-04-11",
      registrationOpensOn: "2026-12-07",
      registrationClosesOn: "2027-01-25",
      discountEndDate: "2027-01-25",
      addDeadline: "2027-01-25",
      dropDeadline: "2027-02-01",
      paymentDeadline: "2027-02-15",
    });
  });

  it("counts on within a year", () => {
    const last = term({ code: "270118E-T1BE", startDate: "2027-01-18", endDate: "2027-04-11" });
    expect(deriveTerm("ENG_B", [last], "2026-11-24").code).toBe("270419E-T2BE");
  });

  it("has the usual dates where no term of the type is on file", () => {
    const made = deriveTerm("X", [], "2026-11-24");
    expect(made).toMatchObject({
      startDate: "2026-11-30",
      addDeadline: "2026-12-07",
      code: "261130X-T1",
      name: "",
    });
    expect(termWeeks(made)).toBe(12);
  });

  it("never overlaps the last one, keeps its weekday and is in order", () => {
    const dates = fc.record({
      length: fc.integer({ min: 30, max: 140 }),
      apart: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(dates, ({ length, apart }) => {
        const last = term({ endDate: addDays("2026-10-19", length), paymentDeadline: null });
        const before = term({ startDate: addDays("2026-10-19", -apart) });
        const made = deriveTerm("BA", [last, before], "2026-11-24");
        expect(made.startDate > last.endDate).toBe(true);
        expect(weekday(made.startDate)).toBe(weekday(last.startDate));
        expect(termDateProblems(made)).toEqual({});
      }),
    );
  });
});

describe("termDateProblems", () => {
  it.each([
    [{ endDate: "2026-10-19" }, "endDate", "calendar.ends_before_it_begins"],
    [{ addDeadline: "2026-10-18" }, "addDeadline", "calendar.outside_term"],
    [{ dropDeadline: "2026-10-25" }, "dropDeadline", "calendar.drop_before_add"],
    [{ dropDeadline: "2027-02-01" }, "dropDeadline", "calendar.outside_term"],
    [{ paymentDeadline: "2027-01-11" }, "paymentDeadline", "calendar.after_term"],
    [{ registrationClosesOn: "2026-09-06" }, "registrationClosesOn", "calendar.registration_order"],
    [{ registrationClosesOn: "2027-01-11" }, "registrationClosesOn", "calendar.after_term"],
  ] as const)("tells what is wrong with %j at its field", (over, field, code) => {
    expect(termDateProblems(term(over))).toMatchObject({ [field]: code });
  });

  it("takes a term with nothing but its first and last day", () => {
    const bare = term({
      registrationOpensOn: null,
      registrationClosesOn: null,
      discountEndDate: null,
      addDeadline: null,
      dropDeadline: null,
      paymentDeadline: null,
    });
    expect(termDateProblems(bare)).toEqual({});
  });
});

describe("termState", () => {
  it("is coming, running, over, or out of use", () => {
    expect(termState(term(), "2026-10-18")).toBe("coming");
    expect(termState(term(), "2027-01-10")).toBe("running");
    expect(termState(term(), "2027-01-11")).toBe("over");
    expect(termState(term({ isActive: false }), "2026-11-01")).toBe("closed");
  });
});
