import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { offeringReport, type OfferingReport as Report } from "@/lib/classes/offering/schemas";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";

/** Lines that are shown; the sum above tells the rest. */
const SHOWN = 300;
/** Lines of one class that are not folded up. */
const FEW = 2;

type Line = Report["classes"][number];

const countOf = (line: Line, what: string) =>
  line.findings.filter(({ rule }) => rule.startsWith(`classes.${what}`)).length;

/** What comes of each class of a copied offering, those to mend first; nothing for other kinds. */
export async function OfferingReport({ set }: { set: ChangeSetDto }) {
  if (set.kind !== "classes.duplicate-offering") return null;
  const parsed = offeringReport.safeParse((set.outcome ?? set.preview)?.summary);
  if (!parsed.success) return null;
  const report = parsed.data;
  const [t, left, format] = await Promise.all([
    getTranslations("offering.report"),
    getTranslations("offering.left"),
    getFormat(),
  ]);
  const { made, chosen, parts, times, meetings } = report;
  const incomplete = report.classes.filter((line) => !line.complete).length;
  const rank = (line: Line) => (line.findings.length > 0 ? 0 : line.complete ? 2 : 1);
  const lines = report.classes.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
  const told = await Promise.all(
    lines.map(async (line) => ({
      ...line,
      texts: (await getWhyText({ value: null, because: line.findings })).reasons.map(({ text }) => text),
    })),
  );
  // Before it was applied the new classes do not exist.
  const live = set.status === "APPLIED";
  return (
    <>
      <Section
        title={t(set.outcome ? "titleApplied" : "title")}
        detail={format.number(report.made)}
        className="max-w-5xl"
      >
        <p className="mb-2 max-w-prose text-muted-foreground text-sm">
          {t("sum", { made, chosen, parts, times, meetings })}{" "}
          {report.combined > 0 ? `${t("combined", { count: report.combined })} ` : ""}
          {incomplete > 0 ? t("incomplete", { count: incomplete }) : report.made > 0 ? t("all") : ""}
        </p>
        {told.length > 0 ? (
          <ul className="divide-y rounded-lg border bg-card text-sm">
            {told.map((line) => (
              <li
                key={line.id}
                className="grid gap-x-6 gap-y-0.5 px-4 py-cell sm:grid-cols-[14rem_minmax(0,1fr)]"
              >
                <span className="tabular font-medium">
                  {line.code} {line.section}
                  {" → "}
                  {live ? (
                    <a href={`/classes/${line.id}`} className="link">
                      {line.newSection}
                    </a>
                  ) : (
                    line.newSection
                  )}
                </span>
                <LineState
                  line={line}
                  texts={line.texts}
                  words={{
                    complete: t("complete"),
                    noTimes: t("noTimes"),
                    missing: t("missing"),
                    clashes: t("clashes", {
                      rooms: countOf(line, "copy_room"),
                      teachers: countOf(line, "copy_teacher"),
                    }),
                  }}
                />
              </li>
            ))}
          </ul>
        ) : null}
        {report.classes.length > lines.length ? (
          <p className="mt-2 text-muted-foreground text-sm">
            {t("more", { count: report.classes.length - lines.length })}
          </p>
        ) : null}
      </Section>
      {report.left.length > 0 ? (
        <Section title={t("leftTitle")} detail={format.number(report.left.length)} className="max-w-5xl">
          <ul className="divide-y rounded-lg border bg-card text-sm">
            {report.left.slice(0, SHOWN).map(({ code, section, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one section may stand in it twice.
              <li key={index} className="grid gap-x-6 px-4 py-cell sm:grid-cols-[14rem_minmax(0,1fr)]">
                <span className="tabular font-medium">
                  {code} {section}
                </span>
                <span className="text-muted-foreground">{left(reason)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

type StateProps = {
  line: Line;
  texts: string[];
  words: { complete: string; noTimes: string; missing: string; clashes: string };
};

/** What is to mend about a class, one line each; many of them fold up behind their number. */
function LineState({ line, texts, words }: StateProps) {
  if (line.complete) return <span className="text-muted-foreground">{words.complete}</span>;
  if (texts.length === 0) {
    return (
      <span>
        <Badge variant="warning">{line.times === 0 ? words.noTimes : words.missing}</Badge>
      </span>
    );
  }
  const list = (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  if (texts.length <= FEW) return list;
  return (
    <details>
      <summary className="cursor-pointer">{words.clashes}</summary>
      {list}
    </details>
  );
}
