import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { Crumb } from "@/components/ui/breadcrumb";
import type { ClassHeader, ClassStatus } from "@/lib/classes/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { courseTitle } from "./times-text";

export const STATUS_VARIANT: Record<ClassStatus, BadgeVariant> = {
  DRAFT: "outline",
  SCHEDULED: "info",
  ACTIVE: "success",
  COMPLETED: "default",
  CANCELLED: "danger",
  SUSPENDED: "warning",
};

type Props = { found: ClassHeader; crumbs: { label: string; items: Crumb[] }; actions?: ReactNode };

/** The head of a page about a class: title, code and section, term, status. */
export async function ClassHeading({ found, crumbs, actions }: Props) {
  const [t, format] = await Promise.all([getTranslations("classes"), getFormat()]);
  return (
    <PageHeader
      crumbs={crumbs}
      title={courseTitle(found, format)}
      detail={`${found.code} ${found.section}`}
      description={
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span>{format.words(found.termName)}</span>
          <span>{t(`timeOfDay.${found.timeOfDay}`)}</span>
          {found.status === "ACTIVE" ? null : (
            <Badge variant={STATUS_VARIANT[found.status]}>{t(`status.${found.status}`)}</Badge>
          )}
        </span>
      }
      actions={actions}
    />
  );
}
