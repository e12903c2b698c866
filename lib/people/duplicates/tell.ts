import "server-only";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import type { Match, SimilarPerson } from "./schemas";

/** A match as a form shows it: who, how sure, and why in the reader's language. */
export type ToldMatch = Omit<
  SimilarPerson,
  "familyName" | "personalName" | "khmerFamilyName" | "khmerPersonalName"
> & {
  name: string;
  khmerName: string;
  percent: number;
  isCandidate: boolean;
  why: WhyText;
};

/** Tells matches to the person behind the request. */
export async function tellMatches(matches: readonly Match[]): Promise<ToldMatch[]> {
  return Promise.all(
    matches.map(
      async ({ verdict, familyName, personalName, khmerFamilyName, khmerPersonalName, ...person }) => ({
        ...person,
        name: `${familyName} ${personalName}`,
        khmerName: [khmerFamilyName, khmerPersonalName].filter(Boolean).join(" "),
        percent: Math.round(verdict.value.score * 100),
        isCandidate: verdict.value.isCandidate,
        why: await getWhyText(verdict),
      }),
    ),
  );
}
