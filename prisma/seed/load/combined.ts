import type { ClassDraft } from "../classes/draft";
import { dayText } from "../days";
import type { World } from "../world";
import type { Loader } from "./loader";

/** Classes that share a pool of seats, and by which template. */
type Combined = { id: number; templateId: number; name: string; first: ClassDraft; drafts: ClassDraft[] };

const pairOf = (drafts: readonly ClassDraft[]) => drafts.map(({ course }) => course.code).join(" + ");

/** The drafts that are taught as one, by pool, with a template for each set of courses. */
function combinedOf(drafts: readonly ClassDraft[]): {
  templates: Map<string, ClassDraft[]>;
  combined: Combined[];
} {
  const templates = new Map<string, ClassDraft[]>();
  const combined: Combined[] = [];
  const byPool = Map.groupBy(drafts, ({ pool }) => pool.id);
  for (const group of byPool.values()) {
    const [first] = group;
    if (!first || group.length < 2) continue;
    const name = pairOf(group);
    if (!templates.has(name)) templates.set(name, group);
    combined.push({
      id: combined.length + 1,
      templateId: [...templates.keys()].indexOf(name) + 1,
      name,
      first,
      drafts: group,
    });
  }
  return { templates, combined };
}

/** Combined templates and combined classes; before the classes, which name them. Returns the combined class by draft. */
export async function loadCombined(
  loader: Loader,
  drafts: readonly ClassDraft[],
): Promise<ReadonlyMap<ClassDraft, number>> {
  const { templates, combined } = combinedOf(drafts);
  await loader.load(
    "combined_course_template",
    "id, name, primary_course_id, is_active",
    [...templates].map(([name, [first]], index) => [index + 1, name, first?.course.id ?? 0, true]),
  );
  await loader.load(
    "combined_template_course",
    "template_id, course_id, is_active",
    [...templates.values()].flatMap((group, index) =>
      group.map(({ course }) => [index + 1, course.id, true]),
    ),
  );
  await loader.load(
    "combined_class",
    "id, template_id, term_id, section, time_of_day, name",
    combined.map(({ id, templateId, first, name }) => [
      id,
      templateId,
      first.term.id,
      first.section,
      first.timeOfDay,
      name,
    ]),
  );
  return new Map(combined.flatMap(({ id, drafts: group }) => group.map((draft) => [draft, id] as const)));
}

/** The tier of so many students (domain.md 4.1). */
function tierOf(students: number): string {
  if (students <= 2) return "TIER_1";
  return students <= 5 ? "TIER_2" : "TIER_3";
}

/** Reading classes; those whose add deadline is over have their tier locked, as the nightly job would have done. */
export async function loadReadings(
  loader: Loader,
  world: World,
  drafts: readonly ClassDraft[],
): Promise<void> {
  await loader.load(
    "reading_class",
    "class_id, target_enrolment, status, description, locked_tier, locked_count, locked_on",
    drafts
      .filter(({ type }) => type === "READING")
      .map(({ id, pool, term }) => {
        const over = term.addDeadline !== null && term.addDeadline < world.anchor && pool.taken > 0;
        const { taken } = pool;
        return [
          id,
          Math.max(3, Math.min(taken, 15)),
          over ? "CLOSED" : "OPEN",
          "For students who lack this course to graduate.",
          over ? tierOf(taken) : null,
          over ? taken : null,
          over && term.addDeadline !== null ? dayText(term.addDeadline + 1) : null,
        ];
      }),
  );
}
