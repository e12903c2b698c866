import { expect, it } from "vitest";
import { marksOf } from "./meeting-marks";

const plain = {
  cancelled: false,
  kind: "REGULAR" as const,
  movedFrom: null,
  plannedTeacher: null,
  plannedRoom: null,
};
const moved = { weekday: 1 as const, startMin: 1050, endMin: 1140 };

it("says nothing of a meeting that goes by the pattern", () => {
  expect(marksOf(plain)).toEqual([]);
});

it("tells every difference, and of a cancelled meeting only that", () => {
  expect(marksOf({ ...plain, movedFrom: moved, plannedRoom: "M101" })).toEqual(["moved", "roomChanged"]);
  expect(marksOf({ ...plain, kind: "MAKE_UP" })).toEqual(["makeUp"]);
  expect(marksOf({ ...plain, cancelled: true, movedFrom: moved })).toEqual(["cancelled"]);
});
