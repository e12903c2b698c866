import type { Building } from "@/lib/platform/db/generated/enums";

const LETTER: Record<Building, string> = { MAIN: "M", WEST: "W", BACK: "B" };

/**
 * The code of a new room: the letter of its building and the number after the highest one that the building has
 * (domain.md 4.1: generated). The first room of a building is number 101.
 * @param taken codes that exist, of any building and any form
 */
export function nextRoomCode(building: Building, taken: readonly string[]): string {
  const letter = LETTER[building];
  const numbers = taken
    .map((code) => new RegExp(`^${letter}(\\d{1,6})$`).exec(code)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number);
  return `${letter}${Math.max(100, ...numbers) + 1}`;
}
