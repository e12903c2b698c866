import { describe, expect, it } from "vitest";
import {
  asksAgain,
  bestMatches,
  compareFacts,
  type DuplicateFacts,
  needsReview,
  signOf,
  type WEIGHTS,
} from "./rules";

const nobody: DuplicateFacts = {
  familyName: "SOK",
  personalName: "DARA",
  khmerFamilyName: null,
  khmerPersonalName: null,
  khmerIsGuess: false,
  dateOfBirth: null,
  birthProvince: null,
  phones: [],
  emails: [],
  programme: null,
  owes: null,
};
const of = (over: Partial<DuplicateFacts>): DuplicateFacts => ({ ...nobody, ...over });
const other = { familyName: "CHHIM", personalName: "BOPHANARY" };
const signs = (a: DuplicateFacts, b: DuplicateFacts) => compareFacts(a, b).because.map(signOf);
const score = (a: DuplicateFacts, b: DuplicateFacts) => compareFacts(a, b).value.score;

describe("compareFacts (domain.md 2.2 Duplicates)", () => {
  it("weighs each agreement as it is written", () => {
    const cases: [Partial<DuplicateFacts>, Partial<DuplicateFacts>, number][] = [
      [{}, {}, 0.4],
      [{}, { personalName: "DARO" }, 0.3],
      [{}, other, 0],
      [{ dateOfBirth: "2004-05-01" }, { ...other, dateOfBirth: "2004-05-01" }, 0.32],
      [{ dateOfBirth: "2004-05-01" }, { ...other, dateOfBirth: "2004-05-31" }, 0.18],
      [{ dateOfBirth: "2004-05-31" }, { ...other, dateOfBirth: "2004-05-01" }, 0.18],
      [{ dateOfBirth: "2004-05-01" }, { ...other, dateOfBirth: "2004-06-01" }, 0],
      [{ phones: ["12345678"] }, { ...other, phones: ["99999999", "12345678"] }, 0.225],
      [{ emails: ["a@b.example"] }, { ...other, emails: ["a@b.example"] }, 0.18],
      [{ birthProvince: "TAKEO" }, { ...other, birthProvince: "TAKEO" }, 0.06],
      [{ programme: "GESL" }, { ...other, programme: "GESL" }, 0.08],
      [{}, { ...other, owes: true }, 0.1],
    ];
    for (const [a, b, wanted] of cases) {
      expect(score(of(a), of(b))).toBe(wanted);
      expect(score(of(b), of(a))).toBe(wanted);
    }
  });

  it("counts nothing twice and nothing that is unknown", () => {
    const born = { dateOfBirth: "2004-05-01", birthProvince: "TAKEO" };
    expect(signs(of(born), of(born))).toEqual(["name_same", "birth_same", "province"]);
    for (const birthProvince of ["INTERNATIONAL", "UNKNOWN"])
      expect(signs(of({ birthProvince }), of({ birthProvince }))).toEqual(["name_same"]);
    expect(signs(of({ phones: [""], emails: [""] }), of({ phones: [""], emails: [""] }))).toEqual([
      "name_same",
    ]);
    expect(signs(of({ owes: false }), of({ owes: null }))).toEqual(["name_same"]);
  });

  it("is capped at 1, and its reasons add up to it", () => {
    const all = of({
      dateOfBirth: "2004-05-01",
      birthProvince: "TAKEO",
      phones: ["12345678"],
      emails: ["a@b.example"],
      programme: "GESL",
      owes: true,
    });
    expect(compareFacts(all, all).value.score).toBe(1);
    const some = of({ dateOfBirth: "2004-05-01", phones: ["12345678"] });
    const { value, because } = compareFacts(some, some);
    expect(value.score).toBe(0.945);
    expect(because.reduce((sum, reason) => sum + Number(reason.inputs.points), 0)).toBeCloseTo(94.5);
  });

  it("says what is kept, what is a candidate, what needs a person, and how risky it is", () => {
    const at = (over: Partial<DuplicateFacts>) => {
      const { value, because } = compareFacts(of(over), of(over));
      return { ...value, needsReview: needsReview({ score: value.score, because }) };
    };
    expect(compareFacts(of({}), of({ personalName: "DARO" })).value).toMatchObject({ kept: false });
    expect(at({})).toMatchObject({ kept: true, isCandidate: false, risk: "LOW" });
    expect(at({ programme: "GESL", birthProvince: "TAKEO" })).toMatchObject({
      score: 0.54,
      isCandidate: true,
      needsReview: false,
      risk: "LOW",
    });
    expect(at({ dateOfBirth: "2004-05-01" })).toMatchObject({
      score: 0.72,
      risk: "MEDIUM",
      needsReview: false,
    });
    const born = { dateOfBirth: "2004-05-01", programme: "GESL" };
    expect(at(born)).toMatchObject({ score: 0.8, risk: "MEDIUM", needsReview: true });
    expect(at({ ...born, emails: ["a@b.example"] })).toMatchObject({ score: 0.98, risk: "HIGH" });
    // Debt makes the least of candidates a risk that a person looks at.
    expect(at({ programme: "GESL", owes: true })).toMatchObject({
      score: 0.58,
      risk: "HIGH",
      needsReview: true,
    });
  });
});

describe("bestMatches", () => {
  const match = (personId: number, over: Partial<DuplicateFacts>) => ({
    personId,
    verdict: compareFacts(nobody, of(over)),
  });

  it("keeps the ten best above 0.3, whatever order they come in", () => {
    const many = Array.from({ length: 14 }, (_, id) => match(id + 1, {}));
    const weak = match(90, { personalName: "DARO" });
    const kept = bestMatches([weak, ...many.toReversed()]);
    expect(kept.map((each) => each.personId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe("asksAgain", () => {
  const rules = (...names: (keyof typeof WEIGHTS)[]) =>
    names.map((sign) => ({ rule: `people.duplicate.${sign}` }));

  it("only when something strong agrees that did not", () => {
    expect(asksAgain(rules("name_same"), rules("name_same", "province", "programme", "debt"))).toBe(false);
    expect(asksAgain(rules("name_same"), rules("name_alike"))).toBe(false);
    expect(asksAgain(rules("birth_same"), rules("birth_near"))).toBe(false);
    expect(asksAgain(rules("name_same", "phone"), rules("name_same"))).toBe(false);
    expect(asksAgain(rules("name_alike"), rules("name_same"))).toBe(true);
    expect(asksAgain(rules("name_same"), rules("name_same", "phone"))).toBe(true);
    expect(asksAgain(rules("name_same"), rules("name_same", "birth_near"))).toBe(true);
  });
});
