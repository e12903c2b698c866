/** What a programme may end with, by its kind (domain.md 3.1 Major): languages with a certificate or nothing, degrees never with one. */
export const AWARDS = {
  ACADEMIC: ["BA", "MBA", "MEd", "MA", "AA", "PHD", "NONE"],
  LANGUAGE: ["CERT", "NONE"],
} as const;

export const PROGRAMME_KINDS = ["ACADEMIC", "LANGUAGE"] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** Every award, each once. */
export const ALL_AWARDS = ["BA", "MBA", "MEd", "MA", "AA", "PHD", "CERT", "NONE"] as const;

/** Whether programmes of a kind end with an award. */
export function awardFits(kind: ProgrammeKind, award: string): boolean {
  return (AWARDS[kind] as readonly string[]).includes(award);
}
