import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { lastDay, stateOn } from "@/lib/curriculum/courses/rules";
import type { CourseVersion } from "@/lib/curriculum/courses/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { versions: CourseVersion[]; shownId: number; today: string };

/** All versions of a course, the newest first, each with its days and what it is worth. */
export async function VersionList({ versions, shownId, today }: Props) {
  const [t, format] = await Promise.all([getTranslations("courses"), getFormat()]);
  return (
    <Section title={t("page.versions")} detail={format.number(versions.length)} framed>
      <ol className="divide-y">
        {versions.toReversed().map((each) => {
          const state = stateOn(each, today);
          const ends = lastDay(each.validTo);
          return (
            <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
              <span className="min-w-0">
                {each.id === shownId ? (
                  <span className="font-medium" aria-current="true">
                    {courseTitle(each, format)}
                  </span>
                ) : (
                  <Link
                    href={`/courses/${each.code}?from=${each.validFrom}`}
                    prefetch={false}
                    className="link font-medium"
                  >
                    {courseTitle(each, format)}
                  </Link>
                )}
                <span className="block text-muted-foreground">
                  {t("page.days", {
                    from: format.date(each.validFrom),
                    to: ends ? format.date(ends) : "none",
                  })}
                  {" · "}
                  {t("creditsCount", { credits: each.credits })}
                </span>
              </span>
              <Badge
                className="ml-auto"
                variant={state === "current" ? "success" : state === "coming" ? "info" : "outline"}
              >
                {t(`states.${state}`)}
              </Badge>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
