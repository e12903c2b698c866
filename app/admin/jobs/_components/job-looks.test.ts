import { expect, test } from "vitest";
import { durationText } from "./job-looks";

test("durations are read at a glance", () => {
  expect([400, 9_940, 12_300, 59_400, 185_000].map(durationText)).toEqual([
    "0.4 s",
    "9.9 s",
    "12 s",
    "59 s",
    "3:05",
  ]);
});
