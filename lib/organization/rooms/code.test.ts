import { expect, test } from "vitest";
import { nextRoomCode } from "./code";

test("a code is the letter of the building and the next number of it", () => {
  expect(nextRoomCode("MAIN", ["M101", "M309", "W312", "M9X", "LAB-2"])).toBe("M310");
  expect(nextRoomCode("BACK", ["M101", "W312"])).toBe("B101");
  expect(nextRoomCode("WEST", [])).toBe("W101");
});
