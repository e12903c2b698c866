import type { CourseMap, MapColumns, MapNeed } from "@/lib/curriculum/requirements/course-map";

/** Sizes in px of a course and of the space between two, by what the columns are: terms are many, steps are few. */
const SIZES = {
  term: { width: 124, height: 66, across: 30, down: 12 },
  need: { width: 184, height: 60, across: 72, down: 10 },
} as const;
/** Room for the names of the columns, in px. */
const HEAD = 34;

export type PlacedCourse = {
  code: string;
  credits: number;
  column: number;
  row: number;
  x: number;
  y: number;
};
export type PlacedEdge = Pick<MapNeed, "course" | "needs" | "kind" | "group" | "minimumLetter"> & {
  path: string;
  /** The head of the arrow; none between courses that are taken together. */
  tip: string | null;
};

/** The map with coordinates in px, as plain data for the browser. */
export type PlacedMap = {
  width: number;
  height: number;
  node: { width: number; height: number };
  heads: { x: number; width: number; height: number }[];
  courses: PlacedCourse[];
  edges: PlacedEdge[];
};

/** Gives every course and arrow its place. Arrows leave at the right edge and arrive at the left one. */
export function placeMap(map: CourseMap, by: MapColumns): PlacedMap {
  const { width, height, across, down } = SIZES[by];
  const x = (column: number) => column * (width + across);
  const y = (row: number) => HEAD + row * (height + down);
  const courses = map.nodes.map(({ code, credits, column, row }) => ({
    code,
    credits,
    column,
    row,
    x: x(column),
    y: y(row),
  }));
  const at = new Map(courses.map((course) => [course.code, course]));
  const edges = map.edges.flatMap(({ course, needs, kind, group, minimumLetter }) => {
    const [from, to] = [at.get(needs), at.get(course)];
    if (!from || !to) return [];
    const start = { x: from.x + width, y: from.y + height / 2 };
    const end = { x: to.x, y: to.y + height / 2 };
    const isTogether = to.column <= from.column;
    const path = isTogether
      ? together(start, end, width, across)
      : to.column - from.column === 1
        ? curve(start, end)
        : around(start, end, from.y + height + down / 2, across);
    const tip = isTogether
      ? null
      : `M${end.x - 6} ${end.y - 3.5}L${end.x} ${end.y}L${end.x - 6} ${end.y + 3.5}Z`;
    return [{ course, needs, kind, group, minimumLetter, path, tip }];
  });
  return {
    width: Math.max(0, x(map.columns.length) - across),
    height: Math.max(HEAD, y(map.rows) + 2),
    node: { width, height },
    heads: map.columns.map((_, column) => ({ x: x(column), width, height: HEAD - 8 })),
    courses,
    edges,
  };
}

type Point = { x: number; y: number };

/** From one column to the next. */
function curve(start: Point, end: Point): string {
  const bend = (end.x - start.x) * 0.5;
  return `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
}

/** Past columns in between: along the gap below the row, so that it never seems to end at a course that it only passes. */
function around(start: Point, end: Point, gap: number, across: number): string {
  const [out, back] = [start.x + across * 0.5, end.x - across * 0.5];
  return `M${start.x} ${start.y} C${out} ${start.y} ${start.x} ${gap} ${out} ${gap} L${back} ${gap} C${end.x} ${gap} ${back} ${end.y} ${end.x} ${end.y}`;
}

/** Taken together: out at the right of the one and in at the right of the other. */
function together(start: Point, end: Point, width: number, across: number): string {
  const right = start.x + across * 0.7;
  return `M${start.x} ${start.y} C${right} ${start.y} ${right} ${end.y} ${end.x + width} ${end.y}`;
}
