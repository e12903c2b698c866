import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { type Edge, findCircle, findCountingCircle } from "./circles";

const edge = (from: string, to: string, over: Partial<Edge> = {}): Edge => ({
  from,
  to,
  before: true,
  validFrom: "2020-01-01",
  validTo: null,
  ...over,
});

describe("findCircle", () => {
  it("names the shortest way round", () => {
    const edges = [edge("A", "B"), edge("B", "C"), edge("C", "A"), edge("B", "A")];
    expect(findCircle("A", edges, true)).toEqual(["A", "B", "A"]);
    expect(findCircle("A", edges.slice(0, 3), true)).toEqual(["A", "B", "C", "A"]);
    expect(findCircle("A", edges.slice(0, 2), true)).toBeNull();
  });

  it("lets courses ask for each other that are all taken together, and nothing else", () => {
    const together = { before: false };
    expect(findCircle("A", [edge("A", "B", together), edge("B", "A", together)], true)).toBeNull();
    expect(findCircle("A", [edge("A", "B", together), edge("B", "A")], true)).toEqual(["A", "B", "A"]);
  });

  it("sees no circle in what never holds on one day", () => {
    const old = { validTo: "2021-01-01" };
    expect(
      findCircle("A", [edge("A", "B", old), edge("B", "A", { validFrom: "2021-01-01" })], true),
    ).toBeNull();
    expect(
      findCircle("A", [edge("A", "B", old), edge("B", "A", { validFrom: "2020-12-31" })], true),
    ).not.toBeNull();
  });

  property.prop([
    fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { maxLength: 20 }),
  ])("finds one exactly where a walk comes back", (pairs) => {
    const edges = pairs.filter(([a, b]) => a !== b).map(([a, b]) => edge(String(a), String(b)));
    const reached = new Set<string>();
    const open = edges.filter(({ from }) => from === "0").map(({ to }) => to);
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (reached.has(code)) continue;
      reached.add(code);
      for (const each of edges) if (each.from === code) open.push(each.to);
    }
    const circle = findCircle("0", edges, true);
    expect(circle !== null).toBe(reached.has("0"));
    for (const [place, code] of (circle ?? []).slice(1).entries())
      expect(edges.some((each) => each.from === circle?.[place] && each.to === code)).toBe(true);
  });
});

describe("findCountingCircle", () => {
  const pair = (code: string, counts: string) => ({ code, counts, validFrom: "2020-01-01", validTo: null });

  it("lets two courses stand for a third, and refuses one that counts for itself", () => {
    expect(findCountingCircle(pair("A", "B"), false, [pair("A", "C"), pair("B", "C")])).toBeNull();
    expect(findCountingCircle(pair("A", "B"), false, [pair("B", "C"), pair("C", "A")])).toEqual([
      "A",
      "B",
      "C",
      "A",
    ]);
  });

  it("looks at one that counts both ways from both ends", () => {
    const there = [pair("A", "C"), pair("C", "B")];
    expect(findCountingCircle(pair("A", "B"), false, there)).toBeNull();
    expect(findCountingCircle(pair("A", "B"), true, there)).toEqual(["B", "A", "C", "B"]);
  });
});
