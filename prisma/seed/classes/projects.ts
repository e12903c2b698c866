import type { DayNumber } from "../days";
import { Random } from "../random";
import type { World } from "../world";
import type { ClassDraft, Pupil } from "./draft";

/** A group of students who write their senior project together. */
export type ProjectDraft = {
  draft: ClassDraft;
  title: string;
  description: string;
  members: Pupil[];
  advisorId: number | null;
  status: "PROPOSED" | "APPROVED" | "IN_PROGRESS" | "SUBMITTED";
  proposedOn: DayNumber;
  approvedOn: DayNumber | null;
  submittedOn: DayNumber | null;
};

const themes: readonly [title: string, description: string][] = [
  [
    "Small lenders and the market women of Phnom Penh",
    "Interviews in three markets, and the books of two lenders.",
  ],
  [
    "Riverside guest houses after the rainy season",
    "How occupancy follows the water, from five years of registers.",
  ],
  ["Teaching English through song in rural schools", "Two classes compared over one term."],
  ["Border trade at Poipet in the eyes of its drivers", "A survey of a hundred drivers."],
  ["Mobile wallets and the end of the cash drawer", "What shops on one street take, and why."],
  ["Khmer and English on the signs of a new town", "Photographs of four hundred signs, counted and read."],
  ["A guide to temples for visitors who cannot walk far", "Routes measured and tried with twelve visitors."],
  ["Young voters and the news on their telephones", "Diaries of twenty first-time voters."],
];

/** How far groups are: those of a running term at work, those of the next one only proposed. */
const stages = ["IN_PROGRESS", "APPROVED", "SUBMITTED", "IN_PROGRESS"] as const;

/** Groups of two to five students of each senior-project class; teachers advise most of them. */
export function makeProjects(
  world: World,
  drafts: readonly ClassDraft[],
  advisors: readonly number[],
): ProjectDraft[] {
  const projects: ProjectDraft[] = [];
  for (const draft of drafts.filter(({ course }) => course.isSeniorProject)) {
    const random = new Random(`projects ${draft.id}`);
    const rest = [...draft.pupils];
    while (rest.length > 0) {
      const count = rest.length <= 5 ? rest.length : random.int(2, 4);
      const [title, description] = themes[projects.length % themes.length] as (typeof themes)[number];
      const stage =
        draft.status === "ACTIVE" ? (stages[projects.length % stages.length] ?? "APPROVED") : "PROPOSED";
      const proposedOn = Math.min(draft.term.start - random.int(5, 12), world.anchor - 3);
      const approvedOn =
        stage === "PROPOSED" ? null : Math.min(draft.term.start + random.int(1, 6), world.anchor - 2);
      projects.push({
        draft,
        title: projects.length < themes.length ? title : `${title} (${projects.length + 1})`,
        description,
        members: rest.splice(0, count),
        advisorId:
          stage === "PROPOSED" && projects.length % 3 === 0
            ? null
            : (advisors[projects.length % advisors.length] ?? null),
        status: approvedOn !== null && approvedOn < proposedOn ? "PROPOSED" : stage,
        proposedOn,
        approvedOn,
        submittedOn: stage === "SUBMITTED" ? world.anchor - 1 : null,
      });
    }
  }
  return projects;
}
