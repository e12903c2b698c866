/** Tests after which absences are counted from zero (domain.md 4.1); apart from the schemas, for forms. */
export const TEST_TYPES = ["IEAP_T1", "IEAP_T2", "IEAP_T3", "MIDTERM", "FINAL"] as const;
export type TestType = (typeof TEST_TYPES)[number];
