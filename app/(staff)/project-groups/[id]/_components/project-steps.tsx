import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import type { ProjectPage } from "@/lib/classes/projects/schemas";
import type { ProjectStatus } from "@/lib/classes/projects/states";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The steps of a project with the day on which each was reached. */
export async function ProjectSteps({ found }: { found: ProjectPage }) {
  const [t, format] = await Promise.all([getTranslations("projects"), getFormat()]);
  const steps: [ProjectStatus, Day | null][] = [
    ["PROPOSED", found.proposedOn],
    ["APPROVED", found.approvedOn],
    ["SUBMITTED", found.submittedOn],
    ["DEFENDED", found.defendedOn],
    ["COMPLETED", found.completedOn],
  ];
  const shown = found.withdrawnOn
    ? [...steps.filter(([, day]) => day !== null), ["WITHDRAWN", found.withdrawnOn] as [ProjectStatus, Day]]
    : steps;
  return (
    <Section framed title={t("page.steps")}>
      <ol className="divide-y">
        {shown.map(([status, day]) => (
          <li key={status} className="flex items-center gap-3 px-4 py-cell text-sm">
            <Icon
              name={day ? "circle-check" : "clock"}
              className={day ? "size-4 text-success" : "size-4 text-muted-foreground"}
            />
            <span className="flex-1">{t(`statuses.${status}`)}</span>
            <span className="tabular text-muted-foreground">{day ? format.date(day) : t("page.open")}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
