import type { PlacedCourse } from "./place-map";

/**
 * The course that an arrow key leads to: up and down in the column, left and right to the nearest one of the next column;
 * Home and End to the first and last of all. Null for other keys, and at the edge.
 */
export function stepFrom(
  courses: readonly PlacedCourse[],
  from: PlacedCourse,
  key: string,
): PlacedCourse | null {
  const near = (column: number) =>
    courses
      .filter((course) => course.column === column)
      .reduce<PlacedCourse | null>(
        (best, course) =>
          !best || Math.abs(course.row - from.row) < Math.abs(best.row - from.row) ? course : best,
        null,
      );
  const inColumn = (row: number) =>
    courses.find((course) => course.column === from.column && course.row === row) ?? null;
  switch (key) {
    case "ArrowUp":
      return inColumn(from.row - 1);
    case "ArrowDown":
      return inColumn(from.row + 1);
    case "ArrowLeft":
      return near(from.column - 1);
    case "ArrowRight":
      return near(from.column + 1);
    case "Home":
      return courses[0] ?? null;
    case "End":
      return courses.at(-1) ?? null;
    default:
      return null;
  }
}
