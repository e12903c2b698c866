import { describe, expect, it } from "vitest";
import { courseMap, depths, type MapCourse, type MapNeed, reaches } from "./course-map";

const course = (code: string, sequence: number, recommendedTerm: number | null = null): MapCourse => ({
  code,
  title: code,
  titleKm: null,
  credits: 3,
  sequence,
  recommendedTerm,
});
const need = (of: string, needs: string, kind: MapNeed["kind"] = "PREREQUISITE"): MapNeed => ({
  course: of,
  needs,
  group: 1,
  kind,
  minimumLetter: "D",
});

const courses = ["A", "B", "C", "D", "E"].map((code, place) => course(code, place + 1));
const needs = [need("B", "A"), need("C", "B"), need("C", "X"), need("E", "D", "COREQUISITE")];

describe("depths", () => {
  it("counts the longest way, and what is taken together not", () => {
    const known = depths(["A", "B", "C", "D", "E"], [...needs, need("C", "A")]);
    expect(Object.fromEntries(known)).toMatchObject({ A: 0, B: 1, C: 2, D: 0, E: 0 });
  });

  it("ends in a circle", () => {
    expect([...depths(["A", "B"], [need("A", "B"), need("B", "A")]).keys()].sort()).toEqual(["A", "B"]);
  });
});

describe("courseMap", () => {
  const place = (by: "term" | "need", list = courses) => {
    const map = courseMap(list, needs, by, 5);
    return Object.fromEntries(map.nodes.map(({ code, column }) => [code, map.columns[column]]));
  };

  it("stands by what comes before", () => {
    expect(place("need")).toEqual({ A: 0, B: 1, C: 2, D: 0, E: 0 });
  });

  it("stands by the recommended term, else by the place in the list", () => {
    expect(place("term")).toEqual({ A: 1, B: 2, C: 3, D: 4, E: 5 });
    expect(place("term", [course("A", 1, 7), course("D", 4, 2), course("E", 5, 2)])).toMatchObject({
      A: 7,
      D: 2,
      E: 2,
    });
  });

  it("puts nothing before what it needs", () => {
    // The list names C first, though it needs the other two.
    const late = [course("C", 1), course("B", 2), course("A", 3)];
    const map = courseMap(late, [need("C", "A"), need("C", "B"), need("B", "A")], "term", 3);
    const column = (code: string) => map.nodes.find((node) => node.code === code)?.column ?? -1;
    expect(column("B")).toBeGreaterThan(column("A"));
    expect(column("C")).toBeGreaterThan(column("B"));
  });

  it("gives every course one place", () => {
    const map = courseMap(courses, needs, "need", 5);
    expect(new Set(map.nodes.map(({ column, row }) => `${column}/${row}`)).size).toBe(5);
    expect(map.rows).toBe(3);
  });

  it("tells what the list does not have", () => {
    const map = courseMap(courses, needs, "need", 5);
    expect(map.outside.map(({ needs: code }) => code)).toEqual(["X"]);
    expect(map.edges).toHaveLength(3);
  });
});

describe("reaches", () => {
  it("walks all the way, in both directions", () => {
    expect([...reaches(needs, "C", "before")].sort()).toEqual(["A", "B", "X"]);
    expect([...reaches(needs, "A", "after")].sort()).toEqual(["B", "C"]);
    expect([...reaches([need("A", "B"), need("B", "A")], "A", "before")]).toEqual(["B"]);
  });
});
