import "server-only";
import { dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Day } from "@/lib/platform/dates/day";
import type { Tx } from "@/lib/platform/db/transaction";
import { type CourseDraft, type JudgedCourse, say } from "./judge";
import type { Done } from "./run";

type OnFile = NonNullable<Awaited<ReturnType<typeof onFile>>>;

/** The newest version of a course. */
const onFile = (tx: Tx, code: string) =>
  tx.course.findFirst({ where: { code }, orderBy: { validFrom: "desc" }, include: { textbooks: true } });

/** The columns that a draft says something about, and what they would be. */
function wanted(draft: CourseDraft) {
  const { cycle, languageProgramme, isOffered } = draft;
  const facts = {
    title: draft.title,
    titleKm: draft.titleKm,
    shortTitle: draft.shortTitle,
    description: draft.description,
    earliestTerm: draft.earliestTerm,
    recommendedTerm: draft.recommendedTerm,
    latestTerm: draft.latestTerm,
    isFoundationYear: draft.isFoundationYear,
    isSeniorProject: draft.isSeniorProject,
    isActive: isOffered,
    credits: draft.credits,
    cycleId: cycle,
    programmeCode: languageProgramme,
    level: draft.level,
  };
  return facts;
}

/** What a course is worth and where it belongs: other values begin a new version. */
const WORTH = ["credits", "cycleId", "programmeCode", "level"] as const;

/**
 * Adds a course from the day on, or changes the one on file: what it is called at once, what it is worth by a new version
 * from the day on. An empty cell changes nothing. What does not fit together is said about the row.
 */
export async function writeCourse(tx: Tx, judged: JudgedCourse, from: Day): Promise<Done> {
  const { draft } = judged;
  const code = draft.code ?? "";
  const before = await onFile(tx, code);
  if (!before || (before.validTo !== null && dayFromDb(before.validTo) <= from))
    return addCourse(tx, judged, code, from);
  const changes = Object.fromEntries(
    Object.entries(wanted(draft)).filter(
      ([column, value]) => value !== undefined && value !== before[column as keyof OnFile],
    ),
  ) as Partial<ReturnType<typeof wanted>>;
  if (Object.keys(changes).length === 0) return "unchanged";
  if (!fits({ ...before, ...defined(changes) }, judged)) return "unchanged";
  const moved = WORTH.some((column) => changes[column] !== undefined);
  const started = dayFromDb(before.validFrom);
  if (!moved || started >= from) {
    await tx.course.update({
      where: { id: before.id },
      data: { ...defined(changes), version: { increment: 1 } },
    });
    return "updated";
  }
  await tx.course.update({
    where: { id: before.id },
    data: { validTo: dayToDb(from), version: { increment: 1 } },
  });
  const { id: _id, version: _version, textbooks, ...facts } = before;
  const made = await tx.course.create({
    data: { ...facts, ...defined(changes), validFrom: dayToDb(from) },
    select: { id: true },
  });
  if (textbooks.length > 0)
    await tx.courseTextbook.createMany({
      data: textbooks.map(({ textbookId }) => ({ courseId: made.id, textbookId })),
    });
  return "updated";
}

async function addCourse(tx: Tx, judged: JudgedCourse, code: string, from: Day): Promise<Done> {
  const facts = defined(wanted(judged.draft));
  const { title, cycleId } = facts;
  if (title === undefined) say(judged, "title", "missing_title");
  if (cycleId === undefined) say(judged, "cycle", "missing_cycle");
  if (title === undefined || cycleId === undefined || !fits(facts, judged)) return "unchanged";
  await tx.course.create({
    data: {
      ...facts,
      code,
      title,
      cycleId,
      shortTitle: facts.shortTitle ?? title.slice(0, 60),
      validFrom: dayToDb(from),
    },
  });
  return "added";
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function defined<T extends object>(facts: T): Defined<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<T>;
}

type Terms = Partial<
  Record<"earliestTerm" | "recommendedTerm" | "latestTerm" | "level", number | null> & {
    programmeCode: string | null;
  }
>;

/** What the constraints of the table ask of one row, said before they would break the whole list. */
function fits(
  { earliestTerm, recommendedTerm, latestTerm, level, programmeCode }: Terms,
  judged: JudgedCourse,
) {
  const terms = [earliestTerm, recommendedTerm, latestTerm].filter((term) => term != null);
  const inOrder = terms.every((term, place) => place === 0 || term >= (terms[place - 1] ?? 0));
  if (!inOrder) say(judged, "recommendedTerm", "terms_order");
  const paired = (level == null) === (programmeCode == null);
  if (!paired) say(judged, "level", "level_needs_programme");
  return inOrder && paired;
}
