import type { SlotRow } from "./read-delivery";
import type { WeeklySlot } from "./schemas";

const FIELDS = ["weekday", "startMin", "endMin", "roomId", "teacherId"] as const;

function same(slot: SlotRow, wanted: WeeklySlot): boolean {
  return FIELDS.every((field) => slot[field] === wanted[field]);
}

/**
 * Which weekly time on file becomes which wanted one: equal ones stay, then those of one weekday, then in the order of
 * the week; so a meeting to come keeps its id wherever it can.
 */
export function pairSlots(
  running: readonly SlotRow[],
  wanted: readonly WeeklySlot[],
): { kept: SlotRow[]; pairs: [SlotRow, WeeklySlot][]; added: WeeklySlot[]; ended: SlotRow[] } {
  const kept: SlotRow[] = [];
  const pairs: [SlotRow, WeeklySlot][] = [];
  let left = [...running];
  let open = [...wanted].sort((a, b) => a.weekday - b.weekday || a.startMin - b.startMin);
  const take = (
    fits: (slot: SlotRow, to: WeeklySlot) => boolean,
    into: (slot: SlotRow, to: WeeklySlot) => void,
  ) => {
    open = open.filter((to) => {
      const slot = left.find((each) => fits(each, to));
      if (!slot) return true;
      left = left.filter((each) => each !== slot);
      into(slot, to);
      return false;
    });
  };
  take(same, (slot) => kept.push(slot));
  take(
    (slot, to) => slot.weekday === to.weekday,
    (slot, to) => pairs.push([slot, to]),
  );
  take(
    () => true,
    (slot, to) => pairs.push([slot, to]),
  );
  return { kept, pairs, added: open, ended: left };
}
