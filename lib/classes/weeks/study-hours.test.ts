import { expect, it } from "vitest";
import { SETTINGS } from "@/lib/platform/settings/settings";
import { studyBands, weekFrame } from "./study-hours";

const bands = studyBands(SETTINGS["classes.study_times"].byDefault);

it("reaches from the first beginning to the end of each time of day, weekends by their own", () => {
  expect(bands).toHaveLength(21);
  expect(bands.filter(({ weekday }) => weekday === 1)).toEqual([
    { part: "morning", weekday: 1, fromMin: 480, toMin: 700 },
    { part: "afternoon", weekday: 1, fromMin: 840, toMin: 1050 },
    { part: "evening", weekday: 1, fromMin: 1050, toMin: 1290 },
  ]);
  expect(bands.find(({ weekday, part }) => weekday === 6 && part === "afternoon")).toMatchObject({
    fromMin: 810,
    toMin: 1010,
  });
});

it("frames the week by the earliest and the latest", () => {
  expect(weekFrame(bands)).toEqual({ fromMin: 480, toMin: 1290, wholeWeek: true });
});
