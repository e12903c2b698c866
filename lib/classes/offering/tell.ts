import "server-only";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { DuplicatedClass } from "./commands";

/** A copied class with what could not be carried as sentences in the reader's language. */
export async function tellDuplicated({ findings, ...rest }: DuplicatedClass) {
  const { reasons } = await getWhyText({ value: null, because: findings });
  return { ...rest, findings: reasons.map(({ text }) => text) };
}
