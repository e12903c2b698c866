import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { ProgrammeEnrolmentStatus } from "@/lib/platform/db/generated/enums";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { ProgrammeEnrolmentRow } from "@/lib/studies/schemas";

const VARIANT: Record<ProgrammeEnrolmentStatus, BadgeVariant> = {
  ACTIVE: "success",
  INACTIVE: "warning",
  COMPLETED: "info",
  WITHDRAWN: "default",
  SUSPENDED: "danger",
  TRANSFERRED: "default",
  DROPPED: "default",
  FAILED: "danger",
  NO_SHOW: "danger",
};

type Props = { programme: ProgrammeEnrolmentRow; actions?: ReactNode };

/** One programme of a student: since when, by which rules, at which level, and what can be done with it. */
export async function ProgrammeCard({ programme, actions }: Props) {
  const [t, format] = await Promise.all([getTranslations("studies"), getFormat()]);
  // Old files hold words of their own beside the codes (domain.md 5.1 exit facts).
  const reasons = loose(await getTranslations("studies.exitReasons"));
  const level = (value: number | null) =>
    value === null
      ? null
      : value === -2
        ? t("levelNames.pre")
        : value === -1
          ? t("levelNames.beginner")
          : format.number(value);
  const facts: [label: string, value: string | null][] = [
    [t("startDate"), format.date(programme.startDate)],
    [t("endDate"), programme.endDate && format.date(programme.endDate)],
    [t("level"), level(programme.currentLevel)],
    [t("entryLevel"), level(programme.entryLevel)],
    [t("catalogueDate"), programme.kind === "ACADEMIC" ? format.date(programme.catalogueDate) : null],
    [t("award"), programme.award === "NONE" ? null : programme.award],
    [
      t("exitReason"),
      programme.exitReason &&
        (reasons.has(programme.exitReason) ? reasons(programme.exitReason) : programme.exitReason),
    ],
  ];
  return (
    <li className="flex flex-col gap-3 rounded-lg border bg-card p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-semibold">{format.locale === "km" ? programme.nameKm : programme.name}</p>
          <p className="text-sm">
            <Link href={`/programmes/${programme.code}`} prefetch={false} className="link">
              {programme.code}
            </Link>
          </p>
        </div>
        <Badge variant={VARIANT[programme.status]}>{t(`status.${programme.status}`)}</Badge>
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt className="text-muted-foreground text-xs">{label}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
      </dl>
      {actions && (
        <div data-print="hide" className="mt-auto flex flex-wrap gap-2 border-t pt-3">
          {actions}
        </div>
      )}
    </li>
  );
}
