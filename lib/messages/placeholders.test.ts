import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FACT_NAMES, type FactValues } from "./facts";
import { factsIn, fill, paragraphsOf, unknownPlaces } from "./placeholders";

const nobody = Object.fromEntries(FACT_NAMES.map((name) => [name, null])) as FactValues;
const dara: FactValues = { ...nobody, name: "SOK DARA", number: "00742" };

describe("places for facts", () => {
  test("are filled, with or without spaces", () => {
    expect(fill("Dear {{name}} ({{ number }}),", dara)).toEqual({
      text: "Dear SOK DARA (00742),",
      missing: [],
    });
  });

  test("of what is not known stay empty and are named", () => {
    expect(fill("{{phone}}|{{phone}}|{{name}}", dara)).toEqual({ text: "||SOK DARA", missing: ["phone"] });
  });

  test("that nobody knows are told as they were written", () => {
    expect(unknownPlaces("Dear {{nmae}}, {{ fee }} {{name}} {{}}")).toEqual([
      "{{nmae}}",
      "{{ fee }}",
      "{{}}",
    ]);
    expect(unknownPlaces("Dear {{name, you owe")).toEqual(["{{name, you owe"]);
    expect(unknownPlaces("Dear name}}")).toEqual(["Dear name}}"]);
    expect(unknownPlaces("{{name}} {not a place} } {")).toEqual([]);
    expect(unknownPlaces("{{toString}} {{constructor}}")).toEqual(["{{toString}}", "{{constructor}}"]);
  });

  test("a fact that looks like a place is not filled again", () => {
    const sly = { ...nobody, name: "{{phone}}", phone: "012 345 678" };
    expect(fill("{{name}}", sly).text).toBe("{{phone}}");
  });

  test("are found once each", () => {
    expect(factsIn("{{name}} {{number}} {{name}} {{x}}")).toEqual(["name", "number"]);
  });

  test("whatever the facts hold stands in the text unchanged", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(fill("<{{name}}>", { ...nobody, name }).text).toBe(`<${name}>`);
      }),
    );
  });
});

test("paragraphs are parted by empty lines, lines by line ends", () => {
  expect(paragraphsOf("a\r\nb\r\n\r\n\r\nc\n \nd\n")).toEqual([["a", "b"], ["c"], ["d", ""]]);
  expect(paragraphsOf(" \n\n")).toEqual([]);
});
