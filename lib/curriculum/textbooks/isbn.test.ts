import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { toIsbn } from "./isbn";

describe("toIsbn", () => {
  it.each([
    ["978-0-306-40615-7", "9780306406157"],
    ["ISBN-13: 978 0 306 40615 7", "9780306406157"],
    ["0-306-40615-2", "9780306406157"],
    ["0-8044-2957-X", "9780804429573"],
  ])("reads %s", (text, isbn) => expect(toIsbn(text)).toBe(isbn));

  it.each(["978-0-306-40615-8", "0-306-40615-3", "123", "", "977 0306406157"])("refuses %s", (text) =>
    expect(toIsbn(text)).toBeNull(),
  );

  property.prop([fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 })])(
    "finds every wrong digit",
    (place, by) => {
      const right = "9780306406157";
      const digit = (Number(right[place]) + by) % 10;
      expect(toIsbn(right.slice(0, place) + digit + right.slice(place + 1))).toBeNull();
    },
  );
});
