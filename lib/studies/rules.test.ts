import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/platform/dates/day";
import {
  checkCatalogueDate,
  checkEnding,
  checkLeave,
  checkMayEnter,
  cycleEndOf,
  ENDINGS,
  EXIT_REASONS,
  endingWith,
  leaveState,
  REASONS_OF,
} from "./rules";

const TODAY = "2026-11-24";
const degree = { kind: "ACADEMIC", startDate: "2024-07-15", catalogueDate: "2024-07-15" } as const;
const codes = (explained: { because: { rule: string }[] }) => explained.because.map(({ rule }) => rule);

describe("the end of a programme (domain.md 5.1)", () => {
  it("takes a reason that goes with it, on a day between the first one and today", () => {
    const end = { status: "COMPLETED", exitReason: "GRAD", endDate: TODAY } as const;
    expect(checkEnding(end, degree, TODAY).value).toBe(true);
    expect(codes(checkEnding({ ...end, exitReason: "FIN" }, degree, TODAY))).toEqual([
      "studies.reason_of_ending",
    ]);
    expect(codes(checkEnding({ ...end, endDate: "2024-07-14" }, degree, TODAY))).toEqual([
      "studies.ends_before_start",
    ]);
    expect(codes(checkEnding({ ...end, endDate: "2026-11-25" }, degree, TODAY))).toEqual([
      "studies.ends_in_future",
    ]);
  });

  it("completes a language programme, which nobody graduates from", () => {
    const language = { ...degree, kind: "LANGUAGE" } as const;
    const end = { status: "COMPLETED", endDate: TODAY } as const;
    expect(checkEnding({ ...end, exitReason: "COMP" }, language, TODAY).value).toBe(true);
    expect(checkEnding({ ...end, exitReason: "GRAD" }, language, TODAY).value).toBe(false);
  });

  it("knows every reason in some ending, and only those of the list", () => {
    const used = new Set(ENDINGS.flatMap((ending) => REASONS_OF[ending]));
    expect([...used].sort()).toEqual([...EXIT_REASONS].sort());
  });

  it("follows a student who leaves, as allowed by the reasons, and nobody who stays", () => {
    for (const kind of ["ACADEMIC", "LANGUAGE"] as const) {
      for (const to of ["GRADUATED", "DROPPED", "TRANSFERRED"] as const) {
        const end = endingWith(to, kind);
        if (!end) throw new Error(`${to} ends nothing`);
        expect(checkEnding({ ...end, endDate: TODAY }, { ...degree, kind }, TODAY).value, to).toBe(true);
      }
      for (const to of ["ACTIVE", "INACTIVE", "SUSPENDED", "FROZEN", "UNKNOWN"] as const) {
        expect(endingWith(to, kind), to).toBeNull();
      }
    }
  });

  it("ends the fee of the cycle unless the student only pauses", () => {
    expect(cycleEndOf("COMPLETED", "GRAD")).toBe("GRADUATED");
    expect(cycleEndOf("DROPPED", "UNK")).toBe("WITHDRAWN");
    expect(cycleEndOf("TRANSFERRED", "TRAN_EXT")).toBe("TRANSFERRED");
    expect(cycleEndOf("INACTIVE", "PERS")).toBeNull();
    expect(cycleEndOf("SUSPENDED", "FIN")).toBeNull();
  });
});

describe("the catalogue date (blueprints.md 6)", () => {
  it("moves later up to today, never back", () => {
    expect(checkCatalogueDate(TODAY, degree, TODAY).value).toBe(true);
    expect(codes(checkCatalogueDate("2024-07-14", degree, TODAY))).toEqual(["studies.catalogue_back"]);
    expect(codes(checkCatalogueDate("2026-11-25", degree, TODAY))).toEqual(["studies.catalogue_future"]);
  });

  property.prop([fc.nat(2000), fc.nat(2000)])(
    "never allows a day before the one that holds",
    (now, wanted) => {
      const catalogueDate = addDays("2022-01-01", now);
      const day = addDays("2022-01-01", wanted);
      const { value } = checkCatalogueDate(day, { startDate: "2022-01-01", catalogueDate }, TODAY);
      expect(value).toBe(day >= catalogueDate && day <= TODAY);
    },
  );
});

describe("who may enter", () => {
  it("is whoever is active; others see since when they are not", () => {
    expect(checkMayEnter("ACTIVE", "2024-01-01").value).toBe(true);
    const frozen = checkMayEnter("FROZEN", "2026-01-01");
    expect(frozen).toMatchObject({ value: false, remedy: { rule: "studies.change_status" } });
    expect(frozen.because[0]?.inputs).toEqual({ status: "FROZEN", since: "2026-01-01" });
  });
});

describe("a leave of absence (domain.md 0.2 row 12)", () => {
  const leave = { startsOn: "2026-12-01", returnsOn: "2027-03-01" };

  it("has a day of return, an end, and did not begin long ago", () => {
    expect(checkLeave(leave, TODAY, 366).value).toBe(true);
    expect(codes(checkLeave({ ...leave, returnsOn: "2026-12-01" }, TODAY, 366))).toEqual([
      "studies.leave_order",
    ]);
    expect(codes(checkLeave(leave, TODAY, 89))).toEqual(["studies.leave_too_long"]);
    expect(checkLeave(leave, TODAY, 90).value).toBe(true);
    expect(codes(checkLeave({ ...leave, startsOn: "2026-09-24" }, TODAY, 366))).toEqual([
      "studies.leave_too_old",
    ]);
  });

  it.each([
    ["2026-11-30", "ahead"],
    ["2026-12-01", "away"],
    ["2027-02-28", "away"],
    ["2027-03-01", "over"],
  ])("stands on %s as %s", (day, state) => {
    expect(leaveState({ status: "APPROVED", ...leave }, day)).toBe(state);
    expect(leaveState({ status: "CANCELLED", ...leave }, day)).toBe("cancelled");
    expect(leaveState({ status: "RETURNED", ...leave }, day)).toBe("returned");
  });
});
