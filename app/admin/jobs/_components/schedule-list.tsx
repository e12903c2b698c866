import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { AccountActor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { ScheduleDto } from "@/lib/platform/jobs/schemas";
import { jobTitle } from "@/lib/platform/jobs/tell";
import { listSchedules } from "@/lib/platform/jobs/workers";
import { jobBadges } from "./job-looks";

/** What runs by itself, when it did last and will next. */
export async function ScheduleList({ actor }: { actor: AccountActor }) {
  const [t, format, schedules] = await Promise.all([
    getTranslations("jobs"),
    getFormat(),
    listSchedules(actor),
  ]);
  const say = loose(t);
  const badges = jobBadges((status) => t(`statuses.${status}`));
  const last = ({ lastAt, lastStatus }: ScheduleDto) =>
    lastAt && lastStatus ? (
      <span className="inline-flex flex-wrap items-center gap-2">
        {format.dateTime(lastAt)}
        <Badge variant={badges[lastStatus].tone as BadgeVariant}>{badges[lastStatus].label}</Badge>
      </span>
    ) : (
      t("schedules.never")
    );
  return (
    <Section title={t("schedules.title")} framed>
      {schedules.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("schedules.none")}</p>
      ) : (
        <ul className="divide-y text-sm">
          {schedules.map((schedule) => (
            <li key={schedule.name} className="grid gap-x-6 gap-y-1 px-4 py-cell sm:grid-cols-3">
              <span>
                <span className="font-medium">{jobTitle(say, schedule.name)}</span>
                <span className="tabular block text-muted-foreground text-xs">{schedule.cron}</span>
              </span>
              <span className="tabular">
                <span className="text-muted-foreground">{t("schedules.last")}: </span>
                {last(schedule)}
              </span>
              <span className="tabular">
                <span className="text-muted-foreground">{t("schedules.next")}: </span>
                {schedule.nextAt ? format.dateTime(schedule.nextAt) : "—"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
