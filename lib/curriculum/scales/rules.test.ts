import { describe, expect, it } from "vitest";
import { scaleProblems } from "./rules";
import type { ScaleLetter } from "./schemas";

const letter = (name: string, minPercent: string, points: string, passes = true): ScaleLetter => ({
  letter: name,
  minPercent,
  points,
  passes,
  earnsCredit: passes,
});
const good = [letter("A", "90", "4"), letter("B", "80", "3"), letter("F", "0", "0", false)];
const codes = (letters: ScaleLetter[]) => scaleProblems(letters).map(({ field, code }) => `${field} ${code}`);

describe("scaleProblems", () => {
  it("takes the scales of the university, in whatever order they are typed", () => {
    expect(codes(good)).toEqual([]);
    expect(codes([...good].reverse())).toEqual([]);
  });

  it("wants every percentage to have a letter", () => {
    expect(codes([letter("A", "90", "4"), letter("B", "50", "3")])).toEqual([
      "grades.1.minPercent curriculum.scale_begins_at_zero",
    ]);
  });

  it("wants each letter and each percentage once", () => {
    expect(codes([...good, letter("A", "70", "2")])).toContain(
      "grades.3.letter curriculum.scale_letter_twice",
    );
    expect(codes([...good, letter("C", "80.00", "3")])).toContain(
      "grades.3.minPercent curriculum.scale_minimum_twice",
    );
  });

  it("lets no lower letter be worth more", () => {
    expect(codes([letter("A", "90", "3"), letter("B", "80", "4"), letter("F", "0", "0", false)])).toEqual([
      "grades.1.points curriculum.scale_letters_in_order",
    ]);
    expect(codes([letter("A", "90", "4", false), letter("F", "0", "0")])).toEqual([
      "grades.1.passes curriculum.scale_letters_in_order",
    ]);
  });

  it("gives no credit without a pass", () => {
    expect(codes([letter("A", "50", "4"), { ...letter("F", "0", "0", false), earnsCredit: true }])).toContain(
      "grades.1.earnsCredit curriculum.scale_credit_needs_pass",
    );
  });
});
