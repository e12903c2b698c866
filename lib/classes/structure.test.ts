import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evenWeights,
  type PartPlan,
  type SessionPlan,
  structureFaults,
  thousandths,
  weighsOne,
  weightSum,
  weightText,
} from "./structure";

const part = (code: number, weight: string): PartPlan => ({
  code,
  partType: "MAIN",
  name: "Main",
  nameKm: "ផ្នែក",
  weight,
  weekdays: [],
  minutes: null,
  roomNeed: null,
  wantedTeacherId: null,
  templateId: null,
  textbookIds: [],
});
const session = (number: number, weight: string, ...weights: string[]): SessionPlan => ({
  number,
  name: `Session ${number}`,
  nameKm: `វគ្គទី${number}`,
  weight,
  parts: weights.map((each, index) => part(index + 1, each)),
});
const codes = (sessions: SessionPlan[], expected: number) =>
  structureFaults(sessions, expected).map(({ code }) => code);

describe("weights", () => {
  it("are summed exactly, where floating numbers are not", () => {
    expect(weightSum(["0.1", "0.2", "0.7"])).toBe(1000);
    expect(thousandths("0.35")).toBe(350);
    expect(weighsOne(["0.333", "0.333", "0.333"])).toBe(true);
    expect(weighsOne(["0.333", "0.333", "0.332"])).toBe(false);
    expect(() => thousandths("0.1234")).toThrow(RangeError);
  });

  it("shared evenly make exactly one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const weights = evenWeights(count);
        expect(weights).toHaveLength(count);
        expect(weightSum(weights)).toBe(1000);
      }),
    );
  });

  it("come back from their text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (weight) => {
        expect(thousandths(weightText(weight))).toBe(weight);
      }),
    );
  });
});

describe("the structure of a class", () => {
  it("is one session of the whole, or two halves where the template has two (IEAP)", () => {
    expect(codes([session(1, "1", "0.4", "0.4", "0.2")], 1)).toEqual([]);
    expect(codes([session(1, "0.5", "1"), session(2, "0.5", "1")], 2)).toEqual([]);
    expect(codes([session(1, "0.6", "1"), session(2, "0.4", "1")], 2)).toEqual(["classes.session_weights"]);
    expect(codes([session(1, "1", "1")], 2)).toEqual(["classes.sessions_count"]);
    expect(codes([session(1, "0.5", "1"), session(2, "0.5", "1")], 1)).toEqual(["classes.sessions_count"]);
  });

  it("needs parts that make one, each with a number of its own", () => {
    expect(codes([session(1, "1")], 1)).toEqual(["classes.session_without_part"]);
    expect(codes([session(1, "1", "0.4", "0.4")], 1)).toEqual(["classes.part_weights"]);
    const twice = session(1, "1", "0.5");
    twice.parts.push(part(1, "0.5"));
    expect(codes([twice], 1)).toEqual(["classes.part_code_twice"]);
  });
});
