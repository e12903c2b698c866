import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { MINIMUM_LETTERS } from "../../letters";
import { requisitesText } from "../rules";
import { readRequisites } from "./read-requisites";

describe("readRequisites", () => {
  it("reads groups, alternatives and letters, however they are joined", () => {
    const wanted = [
      [{ code: "ENGL-101", minimumLetter: "C" }],
      [
        { code: "MATH-101", minimumLetter: "D" },
        { code: "STAT-101", minimumLetter: "B-" },
      ],
    ];
    expect(readRequisites("ENGL-101 (C) & MATH-101 / STAT-101 (B-)")).toEqual(wanted);
    expect(readRequisites("engl 101 (C) and math-101 or STAT-101(B-)")).toEqual(wanted);
    expect(readRequisites("ENGL-101 (C) និង MATH-101 ឬ STAT-101 (B-)")).toEqual(wanted);
  });

  it("reads that nothing is asked for, and refuses what it cannot read", () => {
    expect(readRequisites("none")).toEqual([]);
    expect(readRequisites("—")).toEqual([]);
    for (const text of ["", "ENGL-101 (F)", "ENGL-101 &", "?", "ENGL-101 (C) (D)"])
      expect(readRequisites(text)).toBeNull();
  });

  const row = fc.record({
    code: fc.constantFrom("ENGL-101", "MATH-101", "GESL-05", "A1"),
    minimumLetter: fc.constantFrom(...MINIMUM_LETTERS),
  });
  property.prop([fc.array(fc.array(row, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })])(
    "reads what an export writes",
    (groups) => {
      const rows = groups.flatMap((courses, group) => courses.map((each) => ({ ...each, group })));
      expect(readRequisites(requisitesText(rows))).toEqual(groups);
    },
  );
});
