import { getTranslations } from "next-intl/server";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { ProjectStatus } from "@/lib/classes/projects/states";

const VARIANT: Record<ProjectStatus, BadgeVariant> = {
  PROPOSED: "outline",
  APPROVED: "info",
  IN_PROGRESS: "info",
  SUBMITTED: "warning",
  DEFENDED: "success",
  COMPLETED: "success",
  WITHDRAWN: "danger",
};

/** How far a senior-project group is. */
export async function ProjectStatusBadge({ status }: { status: ProjectStatus }) {
  const t = await getTranslations("projects");
  return <Badge variant={VARIANT[status]}>{t(`statuses.${status}`)}</Badge>;
}
