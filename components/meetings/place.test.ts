import { describe, expect, it } from "vitest";
import { checkUrl, minutesOf, offersUrl, timeOf } from "./place";

const values = { startMin: "17:30", endMin: "19:00", roomId: "7", teacherId: "" };

describe("times of a form", () => {
  it("are minutes and back", () => {
    expect(minutesOf("17:30")).toBe(1050);
    expect(minutesOf("07:05:00")).toBe(425);
    expect(timeOf(425)).toBe("07:05");
    expect([minutesOf(""), minutesOf("25:00"), minutesOf("soon")]).toEqual([null, null, null]);
  });
});

describe("addresses", () => {
  it("name the place", () => {
    expect(offersUrl(3, { onDate: "2026-12-01" }, values)).toBe(
      "/api/v1/classes/timetable/offers?deliveryId=3&startMin=1050&endMin=1140&onDate=2026-12-01",
    );
    expect(checkUrl(3, { weekday: "2", from: "2026-12-01" }, values, { slotId: 9 })).toBe(
      "/api/v1/classes/timetable/check-place?deliveryId=3&startMin=1050&endMin=1140&weekday=2&from=2026-12-01&slotId=9&roomId=7",
    );
  });

  it("are none while the place is not complete, or ends before it begins", () => {
    expect(offersUrl(3, { onDate: "" }, values)).toBeNull();
    expect(offersUrl(3, { onDate: "2026-12-01" }, { ...values, endMin: "17:00" })).toBeNull();
    expect(checkUrl(3, { weekday: "", from: "" }, values, {})).toBeNull();
  });
});
