import { describe, expect, test } from "vitest";
import { timeChoices } from "./patterns";

const studyTimes = {
  morning: ["08:00", "09:40", "11:40"],
  afternoon: ["14:00", "15:40", "17:30"],
  evening: ["17:30", "19:10", "21:30"],
  night: ["19:10", "21:30"],
  weekendMorning: ["08:00", "09:40", "11:40"],
  weekendAfternoon: ["13:30", "16:50"],
  weekendEvening: ["17:00", "20:20"],
};
const needs = { weekdays: [3, 1], minutes: 90, timeOfDay: "EVE", termType: "ENG_A" } as const;
const read = (given: Partial<Parameters<typeof timeChoices>[0]>) =>
  timeChoices({ ...needs, ...given }, studyTimes).map((times) =>
    times.map(({ weekday, startMin, endMin }) => `${weekday} ${startMin}-${endMin}`).join(", "),
  );

describe("the times of which a delivery takes one", () => {
  test("are the begins of its time of day, the same on all of its days", () => {
    expect(read({})).toEqual(["1 1050-1140, 3 1050-1140", "1 1150-1240, 3 1150-1240"]);
    expect(read({ timeOfDay: "NIGHT" })).toEqual(["1 1150-1240, 3 1150-1240"]);
  });

  test("are over before the time of day is", () => {
    expect(read({ minutes: 180, weekdays: [5] })).toEqual(["5 1050-1230"]);
    expect(read({ minutes: 300 })).toEqual([]);
  });

  test("are those of the weekend on Saturday and Sunday", () => {
    expect(read({ weekdays: [6], minutes: 180, timeOfDay: "AFT" })).toEqual(["6 810-990"]);
    expect(read({ weekdays: [6], minutes: 180, timeOfDay: "MORN" })).toEqual(["6 480-660"]);
  });

  test("are of the whole day for a class of the whole day", () => {
    expect(read({ timeOfDay: "ALL", weekdays: [2] })).toHaveLength(6);
  });

  test("have days of their own where none are asked for", () => {
    expect(read({ weekdays: [], timeOfDay: "NIGHT" })).toEqual([
      "1 1150-1240, 3 1150-1240",
      "2 1150-1240, 4 1150-1240",
      "3 1150-1240, 5 1150-1240",
    ]);
    expect(read({ weekdays: [], minutes: 180 })).toHaveLength(5);
    expect(read({ weekdays: [], minutes: null, termType: "MA", timeOfDay: "MORN" })).toEqual([
      "6 480-660",
      "7 480-660",
      "5 480-660",
    ]);
  });
});
