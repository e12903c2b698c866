import type { Random } from "../random";
import { familyNames } from "./family";
import { foreignNames } from "./foreign";
import { femaleNames } from "./personal-female";
import { maleNames } from "./personal-male";
import type { NamePart } from "./table";

export type DrawnName = {
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
};

/** A few names are very common and most are rare: the square of a uniform number prefers the head of the table. */
function common(random: Random, table: readonly NamePart[], power: number): NamePart {
  return table[Math.floor(random.next() ** power * table.length)] as NamePart;
}

/** A name recombined from the tables; people from abroad have no Khmer spelling. */
export function drawName(random: Random, gender: "M" | "F", citizenship: string): DrawnName {
  const foreign = foreignNames[citizenship];
  if (foreign) {
    return {
      familyName: random.pick(foreign.family),
      personalName: random.pick(gender === "M" ? foreign.male : foreign.female),
      khmerFamilyName: null,
      khmerPersonalName: null,
    };
  }
  const family = common(random, familyNames, 1.7);
  const personal = common(random, gender === "M" ? maleNames : femaleNames, 1.15);
  return {
    familyName: family.latin,
    personalName: personal.latin,
    khmerFamilyName: family.khmer,
    khmerPersonalName: personal.khmer,
  };
}
