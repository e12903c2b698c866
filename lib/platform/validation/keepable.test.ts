import { expect, it } from "vitest";
import { isKeepable } from "./keepable";

it("finds what no text may hold, wherever it stands", () => {
  for (const fine of [null, undefined, 7, "", "សុខ\n", { a: ["b", { c: "d" }] }, []])
    expect(isKeepable(fine)).toBe(true);
  for (const bad of ["a\u0000b", ["\u0000"], { a: [{ b: "\u0000" }] }, { "\u0000": 1 }])
    expect(isKeepable(bad)).toBe(false);
});
