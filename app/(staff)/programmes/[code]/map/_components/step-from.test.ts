import { describe, expect, it } from "vitest";
import { courseMap } from "@/lib/curriculum/requirements/course-map";
import { placeMap } from "./place-map";
import { stepFrom } from "./step-from";

const codes = ["A", "B", "C", "D"];
const courses = codes.map((code, place) => ({
  code,
  title: code,
  titleKm: null,
  credits: 3,
  sequence: place + 1,
  recommendedTerm: null,
}));
const needs = [{ course: "D", needs: "C", group: 1, kind: "PREREQUISITE" as const, minimumLetter: "D" }];
// A, B, C in the first column, D in the second.
const placed = placeMap(courseMap(courses, needs, "need", 4), "need");
const from = (code: string, key: string) => {
  const course = placed.courses.find((each) => each.code === code);
  return course && (stepFrom(placed.courses, course, key)?.code ?? null);
};

describe("the arrow keys in a map", () => {
  it("go up and down in a column, and no further", () => {
    expect(from("A", "ArrowDown")).toBe("B");
    expect(from("B", "ArrowUp")).toBe("A");
    expect(from("A", "ArrowUp")).toBeNull();
  });

  it("go to the nearest of the next column", () => {
    expect(from("C", "ArrowRight")).toBe("D");
    expect(from("D", "ArrowLeft")).toBe("A");
    expect(from("D", "ArrowRight")).toBeNull();
  });

  it("go to the first and the last", () => {
    expect(from("B", "End")).toBe("D");
    expect(from("D", "Home")).toBe("A");
    expect(from("D", "x")).toBeNull();
  });
});

describe("placeMap", () => {
  it("lets arrows run from left to right, and no two courses overlap", () => {
    for (const { path } of placed.edges) {
      const [start, end] = [Number(path.slice(1).split(" ")[0]), Number(path.split(" ").at(-2))];
      expect(start).toBeLessThan(end);
    }
    const { width, height } = placed.node;
    for (const one of placed.courses)
      for (const other of placed.courses) {
        if (one === other) continue;
        expect(Math.abs(one.x - other.x) >= width || Math.abs(one.y - other.y) >= height).toBe(true);
      }
  });
});
