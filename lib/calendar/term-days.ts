/** The dates of a term, in the order in which they are written. */
export const TERM_DAYS = [
  "startDate",
  "endDate",
  "registrationOpensOn",
  "registrationClosesOn",
  "discountEndDate",
  "addDeadline",
  "dropDeadline",
  "paymentDeadline",
] as const;
export type TermDay = (typeof TERM_DAYS)[number];

export const TERM_TYPES = ["ENG_A", "ENG_B", "BA", "MA", "X"] as const;
export type TermType = (typeof TERM_TYPES)[number];
