/**
 * The degrees as ordered lists of courses (domain.md 3.2). G stands for the next general course, C for the next of
 * the business core, M for the next of the major: the order in which students take them.
 */
const business = "GGGGGG GGG C G C GG C GG C CG C M G MCM CGC M M C M G MM C MM MM G MMM";
const arts = "GGGGGG GGG M G M GG M GG M MGM M GMG MMM M M GMM M MM G MM M MM MGM MM";

export const majors = [
  { code: "BUSADMIN", pattern: business, length: 43 },
  { code: "TOUR-HOSP", pattern: business, length: 43 },
  { code: "FIN-BANK", pattern: business, length: 43 },
  { code: "TESOL", pattern: arts, length: 44 },
  { code: "IR", pattern: arts, length: 44 },
] as const;

export type Major = (typeof majors)[number]["code"];

/** Interleaves the three lists by the pattern; what is left at its end follows in order G, C, M. */
export function interleave(pattern: string, lists: Record<"G" | "C" | "M", readonly string[]>): string[] {
  const rest = { G: [...lists.G], C: [...lists.C], M: [...lists.M] };
  const order: string[] = [];
  for (const letter of pattern) {
    if (letter !== "G" && letter !== "C" && letter !== "M") continue;
    const next = rest[letter].shift();
    if (next) order.push(next);
  }
  return [...order, ...rest.G, ...rest.C, ...rest.M];
}
