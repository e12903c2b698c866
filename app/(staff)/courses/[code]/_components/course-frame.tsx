import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { courseTitle } from "@/components/classes/times-text";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/tabs";
import { levelName, stateOn } from "@/lib/curriculum/courses/rules";
import { can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { LoadedCourse } from "./load";

/** The head and the tabs of every page about a course. */
export async function CourseFrame({
  course: { actor, shown, today },
  actions,
  children,
}: {
  course: LoadedCourse;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const [t, format] = await Promise.all([getTranslations("courses"), getFormat()]);
  const state = stateOn(shown, today);
  const path = `/courses/${shown.code}`;
  const sees = can(actor, "classes:read") || can(actor, "registration:read");
  const history = can(actor, "audit:read_history") || can(actor, "audit:read");
  return (
    <>
      <PageHeader
        title={courseTitle(shown, format)}
        detail={shown.code}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span>{format.words({ en: shown.cycle.name, km: shown.cycle.nameKm })}</span>
            {shown.programmeCode && shown.level !== null ? (
              <span className="tabular">{`${shown.programmeCode} ${levelName(shown.level)}`}</span>
            ) : null}
            <span>{t("creditsCount", { credits: shown.credits })}</span>
            {state === "current" ? null : (
              <Badge variant={state === "coming" ? "info" : "outline"}>{t(`states.${state}`)}</Badge>
            )}
            {shown.isActive ? null : <Badge variant="warning">{t("list.notOffered")}</Badge>}
          </span>
        }
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/courses" }, { label: shown.code }],
        }}
        actions={actions}
      />
      <div className="mb-stack">
        <LinkTabs
          label={t("tabs.label")}
          tabs={[
            { href: path, label: t("tabs.course"), exact: true },
            { href: `${path}/requisites`, label: t("tabs.requisites") },
            ...(sees ? [{ href: `${path}/affected`, label: t("tabs.affected") }] : []),
            ...(history ? [{ href: `${path}/history`, label: t("tabs.history") }] : []),
          ]}
        />
      </div>
      {children}
    </>
  );
}
