import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { Why } from "@/components/feedback/why";
import { Badge } from "@/components/ui/badge";
import type { Candidate } from "@/lib/classes/combined/members";
import { judgeCombine } from "@/lib/classes/combined/rules";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { CombineButton } from "./combined-buttons";

/** Seats that two classes get together at most; the form of combining asks for the number. */
const LARGEST = 200;

function peopleOf({ seats }: Candidate): number {
  return seats.taken + seats.offered;
}

/** The classes that could join this one, those that fit first; of the others it is told what stands in the way. */
export async function CandidateList({ own, candidates }: { own: Candidate; candidates: Candidate[] }) {
  const [t, format] = await Promise.all([getTranslations("classEdit.combined"), getFormat()]);
  const judged = candidates
    .map((other) => ({ other, verdict: judgeCombine(own, other, LARGEST) }))
    .sort((a, b) => Number(b.verdict.value) - Number(a.verdict.value));
  if (judged.length === 0) return <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y">
      {judged.map(({ other, verdict }) => {
        const name = `${other.code} ${other.section}`;
        return (
          <li key={other.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
            <span className="min-w-0 flex-1 basis-60">
              <Link href={`/classes/${other.id}`} prefetch={false} className="link tabular font-medium">
                {name}
              </Link>
              <span className="ml-2 text-muted-foreground">{courseTitle(other, format)}</span>
              <span className="tabular block text-muted-foreground text-xs">
                {[
                  timesText(
                    other.parts.flatMap((part) => part.times),
                    format,
                  ).join("; "),
                  t("seats", { taken: peopleOf(other), capacity: other.seats.capacity }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <Badge variant={verdict.value ? "success" : "outline"}>
              {t(verdict.value ? "fits" : "fitsNot")}
            </Badge>
            <Why explained={verdict} label={name} />
            {verdict.value && (
              <CombineButton
                id={own.id}
                version={own.version}
                name={`${own.code} ${own.section}`}
                other={{ id: other.id, version: other.version, name }}
                people={peopleOf(own) + peopleOf(other)}
                capacity={Math.max(own.seats.capacity, other.seats.capacity)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
