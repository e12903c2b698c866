import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardCode, readCardCode } from "./card-code";

describe("the code of a card", () => {
  test("holds the number as printed, zeros included, and check digits", () => {
    expect(cardCode(742)).toBe("NAGA:00742:06");
    expect(readCardCode("NAGA:00742:06")).toBe(742);
    expect(readCardCode(" NAGA:00742:06\n")).toBe(742);
  });

  test("is refused when it is something else", () => {
    for (const text of ["", "00742", "NAGA:00742:07", "NAGA:742:06", "https://example.org/00742"]) {
      expect(readCardCode(text)).toBeNull();
    }
  });

  test("every number comes back, and no single wrong digit passes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const code = cardCode(number);
          expect(readCardCode(code)).toBe(number);
          const places = [...code].flatMap((char, place) => (/\d/.test(char) ? [place] : []));
          const place = places[at % places.length] ?? 5;
          const wrong = (Number(code[place]) + by) % 10;
          expect(readCardCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
        },
      ),
    );
  });

  test("two digits that changed places are noticed", () => {
    expect(readCardCode("NAGA:07042:06")).toBeNull();
    expect(readCardCode("NAGA:00472:06")).toBeNull();
  });
});
