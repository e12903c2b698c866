import "server-only";
import { requireVisibleFacts } from "@/lib/messages/access";
import { type Composed, compose } from "@/lib/messages/compose";
import type { Fact, FactValues } from "@/lib/messages/facts";
import { addressOf } from "@/lib/messages/mail/address";
import { occasionOfToday } from "@/lib/messages/occasion";
import { type Language, MERGE_MAX, mergeContent } from "@/lib/messages/schemas";
import { tellFacts } from "@/lib/messages/tell-facts";
import { requireStudentId } from "@/lib/people/access";
import { listPeopleFacts } from "@/lib/people/queries/people-facts";
import { type PeopleSelection, resolveSelection } from "@/lib/people/selection";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { latinName } from "@/lib/platform/i18n/names";
import { getTemplate } from "./templates";

/** Messages that are shown before any is sent. */
const SHOWN = 3;

/**
 * The facts of one student in both languages, for the preview beside the template; what the actor may not see is null.
 * @throws AppError not_found `people.student_not_found`, forbidden
 */
export async function getPreviewFacts(
  actor: AccountActor,
  { number }: { number: number },
): Promise<{ en: FactValues; km: FactValues }> {
  authorise(actor, "messages:read");
  const id = await requireStudentId(actor, number);
  const [[person], occasion] = await Promise.all([listPeopleFacts(actor, [id]), occasionOfToday()]);
  if (!person) throw new Error("a student who was found has no facts");
  return { en: tellFacts(person, "en", occasion), km: tellFacts(person, "km", occasion) };
}

export type MergePreview = {
  people: number;
  /** People without an e-mail address; 0 for letters. */
  unreachable: number;
  /** How many lack each fact that the template asks for. */
  missing: { fact: Fact; people: number }[];
  shown: (Composed & { name: string; number: string | null; address: string | null })[];
};

/**
 * What a template would say to selected people: how many, whom it does not reach, what is not known, and the first few.
 * @throws AppError `messages.template_not_found`, `messages.fact_not_visible`, `people.selection_*`, forbidden
 */
export async function previewMerge(
  actor: AccountActor,
  asked: { selection: PeopleSelection; templateId: number; language: Language },
): Promise<MergePreview> {
  authorise(actor, "messages:send");
  const template = await getTemplate(actor, asked.templateId);
  const content = mergeContent.parse(template);
  requireVisibleFacts(actor, content);
  const ids = await resolveSelection(actor, asked.selection, MERGE_MAX[template.medium]);
  const [people, occasion] = await Promise.all([listPeopleFacts(actor, ids), occasionOfToday()]);
  const lacking = new Map<Fact, number>();
  const shown: MergePreview["shown"] = [];
  for (const person of people) {
    const message = compose(content, asked.language, person, occasion);
    for (const fact of message.missing) lacking.set(fact, (lacking.get(fact) ?? 0) + 1);
    if (shown.length < SHOWN) {
      const { number } = person;
      shown.push({ ...message, name: latinName(person), number, address: addressOf(person) });
    }
  }
  return {
    people: people.length,
    unreachable:
      template.medium === "EMAIL" ? people.filter((person) => addressOf(person) === null).length : 0,
    missing: [...lacking].map(([fact, count]) => ({ fact, people: count })),
    shown,
  };
}
