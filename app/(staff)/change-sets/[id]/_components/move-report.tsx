import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { moveReport } from "@/lib/classes/offering/schemas";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";

const SHOWN = 300;

/** Which classes of a bulk move stay as they are, each with why; nothing for other kinds. */
export async function MoveReport({ set }: { set: ChangeSetDto }) {
  if (set.kind !== "classes.move-classes") return null;
  const parsed = moveReport.safeParse((set.outcome ?? set.preview)?.summary);
  if (!parsed.success) return null;
  const { to, chosen, moved, left } = parsed.data;
  const [t, statuses, format] = await Promise.all([
    getTranslations("offering.moved"),
    getTranslations("classes.status"),
    getFormat(),
  ]);
  const lines = await Promise.all(
    left.slice(0, SHOWN).map(async (line) => ({
      ...line,
      text: (await getWhyText({ value: null, because: [line.why] })).reasons[0]?.text ?? "",
    })),
  );
  return (
    <Section title={t("title")} className="max-w-4xl">
      <p className="mb-2 max-w-prose text-muted-foreground text-sm">
        {t(set.outcome ? "sumApplied" : "sum", { moved, left: left.length, chosen, status: statuses(to) })}
      </p>
      {lines.length > 0 ? (
        <ul className="divide-y rounded-lg border bg-card text-sm">
          {lines.map((line) => (
            <li key={line.id} className="grid gap-x-6 px-4 py-cell sm:grid-cols-[18rem_minmax(0,1fr)]">
              <span className="tabular font-medium">
                <a href={`/classes/${line.id}`} className="link">
                  {line.code} {line.section}
                </a>{" "}
                <span className="font-normal text-muted-foreground">
                  {line.termCode} · {statuses(line.from)}
                </span>
              </span>
              <span className="text-muted-foreground">{line.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {left.length > SHOWN ? (
        <p className="mt-2 text-muted-foreground text-sm">{format.number(left.length - SHOWN)} +</p>
      ) : null}
    </Section>
  );
}
