import "server-only";
import type { z } from "zod";
import { unknownPlaces } from "@/lib/messages/placeholders";
import type { createTemplateInput, editTemplateInput, TemplateWords } from "@/lib/messages/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

const TEXTS = ["subjectEn", "subjectKm", "bodyEn", "bodyKm"] as const;

/**
 * Refuses what could not be sent: places that are no facts, a subject without its text, a mail without a subject.
 * @throws AppError invalid, with the field and what is wrong in it
 */
function requireWhole(words: TemplateWords): void {
  const wrong = TEXTS.map((field) => [field, unknownPlaces(words[field] ?? "")] as const).filter(
    ([, places]) => places.length > 0,
  );
  if (wrong.length > 0) {
    throw new AppError("invalid", "validation.failed", {
      fields: Object.fromEntries(wrong.map(([field]) => [field, ["messages.unknown_place"]])),
      params: {
        places: [...new Set(wrong.flatMap(([, places]) => places))].join(", "),
        places_example: "{{name}}",
      },
    });
  }
  const fields: Record<string, string[]> = {};
  if (!words.bodyEn && !words.bodyKm) fields.bodyEn = ["messages.says_nothing"];
  for (const [subject, body] of [
    ["subjectEn", "bodyEn"],
    ["subjectKm", "bodyKm"],
  ] as const) {
    if (words[subject] && !words[body]) fields[body] ??= ["messages.text_missing"];
    if (words.medium === "EMAIL" && words[body] && !words[subject])
      fields[subject] = ["messages.subject_missing"];
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", "validation.failed", { fields });
}

/** Adds a template. @throws AppError invalid, `messages.name_taken`, forbidden */
export async function createTemplateCommand(
  actor: AccountActor,
  words: z.output<typeof createTemplateInput>,
): Promise<{ id: number }> {
  authorise(actor, "messages:edit_templates");
  requireWhole(words);
  return writeTx(actor, {}, (tx) => tx.messageTemplate.create({ data: words, select: { id: true } }));
}

/**
 * Changes a template. What was sent with it keeps the words it was sent with.
 * @throws AppError invalid, stale, not_found `messages.template_not_found`, forbidden
 */
export async function editTemplateCommand(
  actor: AccountActor,
  { id, version, ...data }: z.output<typeof editTemplateInput>,
): Promise<{ id: number }> {
  authorise(actor, "messages:edit_templates");
  requireWhole(data);
  return writeTx(actor, {}, async (tx) => {
    const { count } = await tx.messageTemplate.updateMany({
      where: { id, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 1) return { id };
    const there = await tx.messageTemplate.count({ where: { id } });
    throw there > 0
      ? new AppError("stale", "platform.stale")
      : new AppError("not_found", "messages.template_not_found");
  });
}
