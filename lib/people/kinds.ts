import type { TerminalDegree } from "@/lib/platform/db/generated/enums";

/** Degrees that a teacher may hold as the highest (domain.md 2.1 TeacherProfile). */
export const DEGREES = [
  "BACHELOR",
  "MASTER",
  "DOCTORATE",
  "OTHER",
] as const satisfies readonly TerminalDegree[];
