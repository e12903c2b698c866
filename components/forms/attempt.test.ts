import { describe, expect, it } from "vitest";
import { attemptKey, isSettled } from "./attempt";
import { errorList } from "./error-list";

describe("attemptKey", () => {
  it("keeps the key while the same input is sent again", () => {
    const first = attemptKey(null, { a: 1 });
    expect(first.key).toMatch(/^[0-9a-f]{32}$/);
    expect(attemptKey(first, { a: 1 })).toBe(first);
    expect(attemptKey(first, { a: 2 }).key).not.toBe(first.key);
  });
});

describe("isSettled", () => {
  const failed = (kind: "unavailable" | "invalid" | "stale" | "internal") =>
    isSettled({ ok: false, error: { code: "x.y", kind, message: "", reference: "" } });

  it("knows that a lost answer may have been a write", () => {
    expect(failed("unavailable")).toBe(false);
    expect(failed("internal")).toBe(false);
    expect(failed("invalid")).toBe(true);
    expect(failed("stale")).toBe(true);
    expect(isSettled({ ok: true, data: null })).toBe(true);
  });
});

describe("errorList", () => {
  it("flattens nested fields", () => {
    expect(
      errorList({
        name: { type: "server", message: "Missing", ref: { message: "not an error" } },
        phones: [undefined, { number: { type: "x", message: "Too short" } }],
      }),
    ).toEqual([
      { name: "name", message: "Missing" },
      { name: "phones.1.number", message: "Too short" },
    ]);
  });
});
