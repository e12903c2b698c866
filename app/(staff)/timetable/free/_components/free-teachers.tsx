import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { Badge, StatusDot } from "@/components/ui/badge";
import type { FoundTeacher } from "@/lib/classes/timetable/find-free";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { busyText } from "./busy-text";

type Props = { rows: readonly FoundTeacher[]; forClass: string | null; weekly: boolean; week: Day };

/** Teachers at a time, with what speaks for and against each; each leads to the own week. */
export async function FreeTeachers({ rows, forClass, weekly, week }: Props) {
  const [t, format] = await Promise.all([getTranslations("meetings.free"), getFormat()]);
  if (rows.length === 0)
    return (
      <EmptyState icon="search-x" title={t("noTeachers")}>
        {t("noTeachersText")}
      </EmptyState>
    );
  const free = rows.filter(({ busy }) => !busy).length;
  return (
    <Section framed title={t("teacherCaption")} detail={t("freeCount", { free, all: rows.length })}>
      <ul className="divide-y">
        {rows.map((teacher) => (
          <li
            key={teacher.id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-cell text-sm data-busy:text-muted-foreground"
            data-busy={teacher.busy ? "" : undefined}
          >
            <span className="min-w-48 flex-1">
              <Link
                href={`/timetable?of=teacher&id=${teacher.number}&week=${week}`}
                prefetch={false}
                className="link font-medium"
              >
                {format.name(teacher.name)}
              </Link>{" "}
              <span className="text-muted-foreground">{format.otherName(teacher.name)}</span>
            </span>
            <span className="flex flex-wrap gap-1.5">
              {forClass && teacher.qualified ? (
                <Badge variant={teacher.qualified === "pass" ? "success" : "outline"}>
                  {teacher.qualified === "pass"
                    ? t("qualified", { class: forClass })
                    : t("unqualified", { class: forClass })}
                </Badge>
              ) : null}
              {teacher.onLeave ? <Badge variant="warning">{t("onLeave")}</Badge> : null}
              {teacher.wish === "UNAVAILABLE" ? <Badge variant="warning">{t("unavailable")}</Badge> : null}
              {teacher.wish === "AVOID" ? <Badge>{t("avoid")}</Badge> : null}
            </span>
            <span className="tabular w-20 text-right text-muted-foreground" title={t("load")}>
              {t("hours", { hours: Math.round(teacher.weeklyMinutes / 6) / 10 })}
            </span>
            <span className="w-72 max-md:w-full">
              {teacher.busy ? (
                <>
                  <StatusDot variant="outline">{t("taken")}</StatusDot>{" "}
                  <a href={`/classes/${teacher.busy.classId}`} className="link">
                    {busyText(teacher.busy, weekly, t, format)}
                  </a>
                </>
              ) : (
                <StatusDot variant="success">{t("free")}</StatusDot>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
