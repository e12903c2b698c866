import { expect, it } from "vitest";
import { passwordProblems } from "@/lib/platform/auth/password";
import { makeFirstPassword } from "./first-password";

it("is never the same, easy to read aloud, and strong enough for the rules of passwords", () => {
  const made = Array.from({ length: 500 }, makeFirstPassword);
  expect(new Set(made).size).toBe(500);
  for (const password of made) {
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(password).not.toMatch(/[ilo01]/);
    expect(passwordProblems(password, "somebody@test.naga.example")).toEqual([]);
  }
  // Every letter of the alphabet occurs about equally often: 10,000 letters over 31.
  const counts = new Map<string, number>();
  for (const letter of made.join("").replaceAll("-", "")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(31);
  expect(Math.min(...counts.values())).toBeGreaterThan(200);
  expect(Math.max(...counts.values())).toBeLessThan(460);
});
