import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageWindow } from "./page-window";

describe("pageWindow", () => {
  it.each([
    [1, 1, [1]],
    [1, 5, [1, 2, "gap", 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [6, 20, [1, "gap", 5, 6, 7, "gap", 20]],
    [20, 20, [1, "gap", 19, 20]],
    // A page behind the last one, from an old link, still shows where the list ends.
    [99, 3, [1, 2, 3]],
  ] as const)("page %i of %i", (page, pages, expected) => expect(pageWindow(page, pages)).toEqual(expected));

  it("holds first, present and last page in order, at most nine entries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)];
        const numbers = pageWindow(page, pages).filter((entry) => entry !== "gap");
        expect(numbers).toEqual([...new Set(numbers)].sort((x, y) => x - y));
        expect(numbers).toEqual(expect.arrayContaining([1, page, pages]));
        expect(pageWindow(page, pages).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});
