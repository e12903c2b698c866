import "server-only";
import { getTranslations } from "next-intl/server";
import type { Explained } from "@/lib/platform/explained";
import { loose } from "./explain-text";
import { getFormat } from "./get-formatter";
import { type WhyText, whyText } from "./why-text";

/** An explanation as sentences in the language of the person behind the request. */
export async function getWhyText(explained: Explained<unknown>): Promise<WhyText> {
  const [rules, remedies, format] = await Promise.all([
    getTranslations("rules"),
    getTranslations("remedies"),
    getFormat(),
  ]);
  return whyText(explained, loose(rules), loose(remedies), format);
}
