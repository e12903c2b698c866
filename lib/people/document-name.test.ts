import { describe, expect, test } from "vitest";
import { type DocumentNameFacts, documentName } from "./document-name";

const person: DocumentNameFacts = {
  familyName: "SOK",
  personalName: "DARA",
  khmerFamilyName: "សុខ",
  khmerPersonalName: "ដារ៉ា",
  khmerNameSource: "VERIFIED",
  khmerNameCheckedAt: "2026-01-01T00:00:00Z",
  useLegalName: false,
  legalFamilyName: "SOKH",
  legalPersonalName: "DARAH",
  legalKhmerName: null,
  legalGender: "F",
  gender: "X",
};

describe("the names on documents", () => {
  test("are the everyday ones unless the legal ones are wanted", () => {
    expect(documentName(person)).toMatchObject({
      latin: "SOK DARA",
      khmer: "សុខ ដារ៉ា",
      gender: "X",
      isLegal: false,
    });
    expect(documentName({ ...person, useLegalName: true })).toMatchObject({
      latin: "SOKH DARAH",
      khmer: null,
      khmerMissing: "legal",
      gender: "F",
      isLegal: true,
    });
    const khmer = { useLegalName: true, legalKhmerName: "សុខ ដារា", legalGender: null } as const;
    expect(documentName({ ...person, ...khmer })).toMatchObject({ khmer: "សុខ ដារា", gender: "X" });
  });

  test.each([
    ["VERIFIED", "2026-01-01T00:00:00Z", "សុខ ដារ៉ា", null],
    ["IMPORT", null, "សុខ ដារ៉ា", null],
    ["VERIFIED", null, null, "unchecked"],
    ["APPROXIMATED", null, null, "unchecked"],
    ["LEGACY", null, null, "unchecked"],
    ["USER", null, null, "unchecked"],
  ] as const)(
    "carry a Khmer name from %s, checked %s: %s",
    (khmerNameSource, checked, khmer, khmerMissing) => {
      const printed = documentName({ ...person, khmerNameSource, khmerNameCheckedAt: checked });
      expect(printed).toMatchObject({ khmer, khmerMissing });
    },
  );

  test("carry none where there is none", () => {
    const without = { khmerFamilyName: null, khmerPersonalName: null, khmerNameSource: null };
    expect(documentName({ ...person, ...without, khmerNameCheckedAt: null })).toMatchObject({
      khmer: null,
      khmerMissing: "unknown",
    });
  });
});
