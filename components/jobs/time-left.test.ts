import { describe, expect, test } from "vitest";
import { timeLeft } from "./time-left";

const startedAt = "2026-11-24T01:00:00.000Z";
const later = (seconds: number) => Date.parse(startedAt) + seconds * 1_000;

describe("the time that is left", () => {
  test("follows from what is done", () => {
    expect(timeLeft({ done: 2_000, total: 10_000, startedAt }, later(3))).toBe(12);
  });

  test("is not guessed: too early, without a total, not started, at the end", () => {
    expect(timeLeft({ done: 10, total: 10_000, startedAt }, later(3))).toBeNull();
    expect(timeLeft({ done: 10, total: null, startedAt }, later(3))).toBeNull();
    expect(timeLeft({ done: 10, total: 20, startedAt: null }, later(3))).toBeNull();
    expect(timeLeft({ done: 20, total: 20, startedAt }, later(3))).toBeNull();
  });
});
