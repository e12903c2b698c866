import type { RequisiteRow } from "@/lib/curriculum/courses/schemas";
import type { RequisiteKind } from "@/lib/curriculum/requisites";

/** A group as the editor holds it; the key stays while it is edited. */
export type EditedGroup = {
  key: number;
  kind: RequisiteKind;
  courses: { code: string; title: string; titleKm: string | null; minimumLetter: string }[];
};

/** Rows as groups; those that begin on another day are groups of their own. */
export function toGroups(rows: readonly RequisiteRow[]): EditedGroup[] {
  return [...Map.groupBy(rows, ({ group, validFrom }) => `${validFrom} ${group}`).values()].map(
    (courses, key) => ({
      key,
      kind: courses[0]?.kind ?? "PREREQUISITE",
      courses: courses.map(({ code, title, titleKm, minimumLetter }) => ({
        code,
        title,
        titleKm,
        minimumLetter,
      })),
    }),
  );
}
