import { describe, expect, it } from "vitest";
import { fillPercent, groupTimes, seatsLeft } from "./rules";

const seats = { capacity: 30, overAuthorised: 0, taken: 0, offered: 0, waiting: 0 };

describe("groupTimes", () => {
  it("puts days of one time together and keeps the order of the week", () => {
    expect(
      groupTimes([
        { weekday: 3, startMin: 1050, endMin: 1140 },
        { weekday: 2, startMin: 1150, endMin: 1240 },
        { weekday: 1, startMin: 1050, endMin: 1140 },
        { weekday: 1, startMin: 1050, endMin: 1140 },
      ]),
    ).toEqual([
      { weekdays: [1, 3], startMin: 1050, endMin: 1140 },
      { weekdays: [2], startMin: 1150, endMin: 1240 },
    ]);
  });

  it("has nothing to say about a class without a timetable", () => {
    expect(groupTimes([])).toEqual([]);
  });
});

describe("seats", () => {
  it("counts offered seats as gone and keeps all for those who wait", () => {
    expect(seatsLeft({ ...seats, taken: 20, offered: 3 })).toBe(7);
    expect(seatsLeft({ ...seats, taken: 20, waiting: 1 })).toBe(0);
    expect(seatsLeft({ ...seats, taken: 31, overAuthorised: 1 })).toBe(0);
  });

  it("fills beyond a hundred percent only by authority", () => {
    expect(fillPercent({ ...seats, taken: 15 })).toBe(50);
    expect(fillPercent({ ...seats, taken: 33, overAuthorised: 3 })).toBe(110);
    expect(fillPercent({ ...seats, capacity: 0 })).toBe(0);
  });
});
