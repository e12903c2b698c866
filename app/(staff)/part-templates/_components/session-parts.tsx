import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { percentOf } from "@/lib/curriculum/part-templates/rules";
import type { TemplatePartRow } from "@/lib/curriculum/part-templates/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { title: string; parts: readonly TemplatePartRow[] };

/** The parts of one session: what, how much of it, on which days, how long, where, from which books. */
export async function SessionParts({ title, parts }: Props) {
  const [t, format] = await Promise.all([getTranslations("partTemplates"), getFormat()]);
  return (
    <Section title={title} detail={parts.length} framed>
      <ul className="divide-y">
        {parts.map((part) => (
          <li
            key={part.id}
            className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[minmax(0,2fr)_4rem_minmax(0,3fr)] sm:items-baseline"
          >
            <span className="min-w-0">
              <span className="font-medium">{format.words(part.name)}</span>
              <span className="block text-muted-foreground text-xs">
                {t(`types.${part.partType as "MAIN"}`)}
              </span>
            </span>
            <span className="tabular font-semibold">{format.number(percentOf(part.weight))} %</span>
            <span className="min-w-0 text-muted-foreground">
              {[
                part.weekdays.length > 0
                  ? part.weekdays.map((day) => format.weekday(day, "short")).join(", ")
                  : t("noDays"),
                t("minutes", { count: part.minutes }),
                part.roomNeed ? t(`rooms.${part.roomNeed as "CLASS"}`) : t("anyRoom"),
              ].join(" · ")}
              {part.textbooks.length > 0 && (
                <span className="block">
                  {part.textbooks.map(({ id, title: book }, index) => (
                    <span key={id}>
                      {index > 0 ? ", " : ""}
                      <Link href={`/textbooks/${id}`} prefetch={false} className="link">
                        {book}
                      </Link>
                    </span>
                  ))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
