import "server-only";
import { getTranslations } from "next-intl/server";
import { type LooseTranslator, loose } from "@/lib/platform/i18n/explain-text";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { type ApprovalKind, findApprovalKind } from "./define";
import type { ApprovalLine, Description, FactValue } from "./schemas";

/** A line of facts in the reader's language; what will change has two values. */
export type ToldFact = { label: string; value: string };
export type ToldChange = { label: string; before: string | null; after: string | null };

/** A request in words. `described` is null when no version of the program here can read it any more. */
export type ToldRequest = { what: string; described: { facts: ToldFact[]; changes: ToldChange[] } | null };

type Words = { all: LooseTranslator; format: Formatter };

/** A value in the reader's language. @param words `all` translates full keys of messages */
export function factText(value: FactValue | null, words: Words): string | null {
  const { all, format } = words;
  if (value === null) return null;
  if ("text" in value) return value.text;
  if ("words" in value) return format.words(value.words);
  if ("message" in value) return all(value.message, value.values);
  if ("day" in value) return format.date(value.day);
  if ("number" in value) return format.number(value.number);
  if ("money" in value) return format.money(value.money);
  return value.list.map((each) => factText(each, words) ?? "").join(", ");
}

/** A description in the reader's language. */
export function tellDescription({ facts, changes }: Description, words: Words) {
  const label = (key: string) => words.all(`approvals.facts.${key}`);
  return {
    facts: facts.map((fact) => ({ label: label(fact.label), value: factText(fact.value, words) ?? "—" })),
    changes: changes.map((change) => ({
      label: label(change.label),
      before: factText(change.before, words),
      after: factText(change.after, words),
    })),
  };
}

async function getWords(): Promise<Words> {
  // Kinds name messages of any namespace, so that a role is called here as everywhere.
  const [all, format] = await Promise.all([getTranslations(), getFormat()]);
  return { all: loose(all), format };
}

/** The kind and the payload as it reads it; null when the program has moved on. */
function readable(line: Pick<ApprovalLine, "kind" | "payload">): [ApprovalKind, unknown] | null {
  const kind = findApprovalKind(line.kind);
  const payload = kind?.payload.safeParse(line.payload);
  return kind && payload?.success ? [kind, payload.data] : null;
}

function whatText(line: Pick<ApprovalLine, "kind" | "payload">, words: Words): string {
  const name = `approvals.kinds.${line.kind}.name`;
  const kind = words.all.has(name) ? words.all(name) : line.kind;
  const read = readable(line);
  return read
    ? words.all("approvals.what", { kind, summary: factText(read[0].summary(read[1]), words) ?? "" })
    : kind;
}

/** What each request asks for, in a line. Needs lib/operations/approval-kinds.ts. */
export async function tellLines(
  lines: readonly ApprovalLine[],
): Promise<(ApprovalLine & { what: string })[]> {
  const words = await getWords();
  return lines.map((line) => ({ ...line, what: whatText(line, words) }));
}

/** A request with its facts and changes, read now. Needs lib/operations/approval-kinds.ts. */
export async function tellRequest(line: ApprovalLine): Promise<ToldRequest> {
  const words = await getWords();
  const read = readable(line);
  return {
    what: whatText(line, words),
    described: read && tellDescription(await read[0].describe(read[1]), words),
  };
}
