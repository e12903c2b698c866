import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Badge } from "@/components/ui/badge";
import type { RequisiteRow } from "@/lib/curriculum/courses/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { toGroups } from "./to-groups";

/** Groups as they are read: all of the frames, one of the courses in each. */
export async function RequisiteGroups({ rows }: { rows: readonly RequisiteRow[] }) {
  const [t, format] = await Promise.all([getTranslations("courses.requisites"), getFormat()]);
  const groups = toGroups(rows);
  if (groups.length === 0)
    return <p className="rounded-lg border bg-card px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ol className="flex flex-col">
      {groups.map((group, place) => (
        <li key={group.key}>
          {place > 0 ? (
            <p className="py-1 pl-4 font-medium text-muted-foreground text-xs">{t("and")}</p>
          ) : null}
          <div className="rounded-lg border bg-card px-4 py-3">
            <p className="text-muted-foreground text-xs">
              {t(`head.${group.kind}`, { count: group.courses.length })}
            </p>
            <ul className="mt-1 flex flex-col gap-1">
              {group.courses.map((each, index) => (
                <li key={each.code} className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  {index > 0 ? <span className="text-muted-foreground">{t("or")}</span> : null}
                  <Link
                    href={`/courses/${each.code}/requisites`}
                    prefetch={false}
                    className="link font-medium"
                  >
                    <span className="tabular">{each.code}</span> {courseTitle(each, format)}
                  </Link>
                  <Badge>{t("atLeast", { letter: each.minimumLetter })}</Badge>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}
