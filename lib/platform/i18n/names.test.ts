import { describe, expect, it } from "vitest";
import { otherScriptName, personName, studentNumber } from "./names";

const dara = {
  familyName: "SOK",
  personalName: "Dara",
  khmerFamilyName: "សុខ",
  khmerPersonalName: "ដារ៉ា",
};

describe("names", () => {
  it("put the family first, in the reader's script", () => {
    expect(personName(dara, "en")).toBe("SOK Dara");
    expect(personName(dara, "km")).toBe("សុខ ដារ៉ា");
  });

  it("fall back to Latin where no Khmer name is known", () => {
    const unknown = { familyName: "SMITH", personalName: "Ann", khmerFamilyName: null };
    expect(personName(unknown, "km")).toBe("SMITH Ann");
    expect(otherScriptName(unknown, "km")).toBeNull();
    expect(otherScriptName(unknown, "en")).toBeNull();
  });

  it("offer the other script beside it", () => {
    expect(otherScriptName(dara, "en")).toBe("សុខ ដារ៉ា");
    expect(otherScriptName(dara, "km")).toBe("SOK Dara");
  });

  it("show student numbers with at least five digits", () => {
    expect(studentNumber(17)).toBe("00017");
    expect(studentNumber(100001)).toBe("100001");
  });
});
