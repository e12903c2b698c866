import type { ProgrammeEnrolmentStatus, ProgrammeKind } from "@/lib/platform/db/generated/enums";

/** A student's membership in a programme; days are YYYY-MM-DD. */
export type ProgrammeEnrolmentRow = {
  id: number;
  version: number;
  programmeId: number;
  code: string;
  name: string;
  nameKm: string;
  kind: ProgrammeKind;
  cycle: string;
  award: string;
  creditsRequired: number | null;
  status: ProgrammeEnrolmentStatus;
  startDate: string;
  endDate: string | null;
  catalogueDate: string;
  entryLevel: number | null;
  currentLevel: number | null;
  exitReason: string | null;
};
