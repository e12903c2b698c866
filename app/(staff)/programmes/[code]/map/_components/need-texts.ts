import type { MapNeed } from "@/lib/curriculum/requirements/course-map";

type Need = Pick<MapNeed, "course" | "needs" | "kind" | "group" | "minimumLetter">;
type Say = (key: "oneOf" | "letter", values: Record<string, string>) => string;

/** What any course passes with when it names no letter of its own. */
const PLAIN_LETTER = "D";

/** What a course needs, is taken with and unlocks, as texts: alternatives in one, letters above the usual one named. */
export function needTexts(code: string, needs: readonly Need[], t: Say) {
  const named = ({ needs: course, minimumLetter: letter }: Need) =>
    letter === PLAIN_LETTER ? course : t("letter", { course, letter });
  const groups = Map.groupBy(
    needs.filter(({ course }) => course === code),
    ({ group }) => group,
  );
  const told = [...groups.values()].map((group) => ({
    kind: group[0]?.kind,
    text:
      group.length > 1 ? t("oneOf", { courses: group.map(named).join(", ") }) : group.map(named).join(", "),
  }));
  return {
    needs: told.flatMap(({ kind, text }) => (kind === "PREREQUISITE" ? [text] : [])),
    together: told.flatMap(({ kind, text }) => (kind === "COREQUISITE" ? [text] : [])),
    unlocks: [...new Set(needs.flatMap(({ course, needs: needed }) => (needed === code ? [course] : [])))],
  };
}
