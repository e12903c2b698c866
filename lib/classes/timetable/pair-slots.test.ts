import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairSlots } from "./pair-slots";

type Time = {
  weekday: number;
  startMin: number;
  endMin: number;
  roomId: number | null;
  teacherId: number | null;
};
const time = (weekday: number, startMin = 480, roomId: number | null = 1): Time => ({
  weekday,
  startMin,
  endMin: startMin + 90,
  roomId,
  teacherId: null,
});
const slot = (id: number, at: Time) => ({
  id,
  version: 1,
  validFrom: "2026-01-05",
  validTo: "2026-03-29",
  ...at,
});

describe("pairSlots", () => {
  it("leaves equal times alone, moves those of one weekday first, then the others", () => {
    const there = [slot(1, time(1)), slot(2, time(3)), slot(3, time(5))];
    const { kept, pairs, added, ended } = pairSlots(there, [time(2), time(3, 600), time(5), time(6)]);
    expect(kept.map(({ id }) => id)).toEqual([3]);
    expect(pairs.map(([{ id }, { weekday }]) => [id, weekday])).toEqual([
      [2, 3],
      [1, 2],
    ]);
    expect(added).toEqual([time(6)]);
    expect(ended).toEqual([]);
  });

  it("ends what is left out, and all of it when nothing is wanted", () => {
    const there = [slot(1, time(1)), slot(2, time(3))];
    expect(pairSlots(there, [time(1)]).ended.map(({ id }) => id)).toEqual([2]);
    expect(pairSlots(there, []).ended).toHaveLength(2);
  });

  it("uses every time once, whatever is there and wanted", () => {
    const times = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom(480, 600, 1050), fc.constantFrom(1, 2, null)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(times, times, (there, wanted) => {
        const rows = there.map(([weekday, start, room], id) => slot(id, time(weekday, start, room)));
        const list = wanted.map(([weekday, start, room]) => time(weekday, start, room));
        const { kept, pairs, added, ended } = pairSlots(rows, list);
        const used = [...kept, ...pairs.map(([each]) => each), ...ended].map(({ id }) => id).sort();
        expect(used).toEqual(rows.map(({ id }) => id).sort());
        expect(kept.length + pairs.length + added.length).toBe(list.length);
      }),
    );
  });
});
