import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMoney, compareMoney, multiplyMoney, parseMoney, subtractMoney } from "./money";

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const money = (value: number) => (value / 100).toFixed(2);

describe("parseMoney", () => {
  it.each([
    ["1,234.5", "1234.50"],
    ["$ 20", "20.00"],
    ["-5", "-5.00"],
    ["0", "0.00"],
  ])("reads %j as %s", (typed, expected) => expect(parseMoney(typed)).toBe(expected));

  it.each(["1,23", "12.345", "1.2.3", "", "abc", "1e5", "NaN", "1,234,5"])("refuses %j", (typed) =>
    expect(parseMoney(typed)).toBeNull(),
  );
});

describe("sums", () => {
  it("adds exactly, as cents do", () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (values) => {
        const sum = values.reduce((a, b) => a + b, 0);
        expect(addMoney(...values.map(money))).toBe(sum === 0 ? "0.00" : money(sum));
      }),
    );
  });

  it("subtracts what was added", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareMoney(subtractMoney(addMoney(money(a), money(b)), money(b)), money(a))).toBe(0);
      }),
    );
  });

  it("rounds half up by magnitude", () => {
    expect(multiplyMoney("0.25", "0.1")).toBe("0.03");
    expect(multiplyMoney("-0.25", "0.1")).toBe("-0.03");
    expect(multiplyMoney("10.05", "0.5")).toBe("5.03");
    expect(multiplyMoney("99.99", 3)).toBe("299.97");
  });

  it("refuses floats and text that is no amount", () => {
    expect(() => multiplyMoney("1.00", 0.1)).toThrow(RangeError);
    expect(() => addMoney("1,000.00")).toThrow(RangeError);
  });
});
