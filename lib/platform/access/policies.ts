/** Policies that a position may name, so that its holders set them aside whatever their level (domain.md 2.1 Position). */
export const POLICIES = [
  "ENROLLMENT_CAPACITY",
  "ENROLLMENT_DEADLINE",
  "PREREQUISITE_WAIVER",
  "GRADE_CHANGE",
  "ATTENDANCE_EXCUSE",
  "FEE_WAIVER",
  "LATE_REGISTRATION",
  "ACADEMIC_PROBATION",
  "GRADUATION_REQUIREMENT",
  "CREDIT_TRANSFER",
] as const;
export type Policy = (typeof POLICIES)[number];
