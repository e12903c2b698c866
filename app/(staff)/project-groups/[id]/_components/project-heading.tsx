import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { courseTitle } from "@/components/classes/times-text";
import { PageHeader } from "@/components/layout/page-header";
import { ProjectStatusBadge } from "@/components/projects/project-status";
import { LinkTabs } from "@/components/ui/tabs";
import type { ProjectPage } from "@/lib/classes/projects/schemas";
import { type Actor, can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { actor: Actor; found: ProjectPage; actions?: ReactNode };

/** The head of a page about a group: title, course, term, status; below it the tabs. */
export async function ProjectHeading({ actor, found, actions }: Props) {
  const [t, format] = await Promise.all([getTranslations("projects"), getFormat()]);
  const history = can(actor, "audit:read_history") || can(actor, "audit:read");
  return (
    <>
      <PageHeader
        title={found.finalTitle ?? found.title}
        detail={found.code}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span>{courseTitle({ title: found.courseTitle, titleKm: found.courseTitleKm }, format)}</span>
            <span>{format.words(found.termName)}</span>
            <ProjectStatusBadge status={found.status} />
          </span>
        }
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/project-groups" }, { label: found.title }],
        }}
        actions={actions}
      />
      {history && (
        <div className="mb-stack">
          <LinkTabs
            label={t("page.tabs")}
            tabs={[
              { href: `/project-groups/${found.id}`, label: t("page.record"), exact: true },
              { href: `/project-groups/${found.id}/history`, label: t("page.history") },
            ]}
          />
        </div>
      )}
    </>
  );
}
