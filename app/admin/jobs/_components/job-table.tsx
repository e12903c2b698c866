import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { buttonVariants } from "@/components/ui/button";
import type { Page } from "@/lib/platform/db/paging";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { JOB_STATUSES, type JobDto } from "@/lib/platform/jobs/schemas";
import { errorText, jobTitle } from "@/lib/platform/jobs/tell";
import type { UrlParams } from "@/lib/platform/url/href";
import { jobBadges, tookText } from "./job-looks";

const PATH = "/admin/jobs";

type Line = {
  id: string;
  href: string;
  name: string;
  subject: string | null;
  status: string;
  progress: string | null;
  by: string;
  createdAt: string;
  took: string | null;
  error: string | null;
};
type Props = { found: Page<JobDto>; names: string[]; params: UrlParams; tools: ReactNode };

/** Runs with state, progress, who and when. */
export async function JobTable({ found, names, params, tools }: Props) {
  const [t, e, format] = await Promise.all([getTranslations("jobs"), getTranslations("errors"), getFormat()]);
  const say = loose(t);
  const rows = found.rows.map((job): Line => {
    return {
      id: job.id,
      href: `${PATH}/${job.id}`,
      name: jobTitle(say, job.name),
      subject: job.subject,
      status: job.status,
      progress: job.total ? format.percent(job.done / job.total) : null,
      by: job.by ?? t("bySchedule"),
      createdAt: job.createdAt,
      took: tookText(job),
      error: job.status === "FAILED" ? errorText(loose(e), job) : null,
    };
  });
  const columns: Column<keyof Line>[] = [
    { key: "name", label: t("columns.name"), kind: "text", fixed: true, phone: "title" },
    // Operators are not told what a job works on.
    ...(rows.some((row) => row.subject)
      ? [
          {
            key: "subject" as const,
            label: t("columns.subject"),
            kind: "text" as const,
            phone: "line" as const,
          },
        ]
      : []),
    {
      key: "status",
      label: t("columns.status"),
      kind: "badge",
      badges: jobBadges((status) => t(`statuses.${status}`)),
      phone: "aside",
    },
    { key: "progress", label: t("columns.progress"), kind: "code", phone: "hidden", optional: true },
    { key: "by", label: t("columns.by"), kind: "text", phone: "line" },
    { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", phone: "line" },
    { key: "took", label: t("columns.took"), kind: "code", phone: "hidden" },
    { key: "error", label: t("columns.error"), kind: "text", phone: "hidden" },
  ];
  return (
    <DataTable
      name="jobs"
      caption={t("caption")}
      columns={columns}
      rows={rows}
      path={PATH}
      params={params}
      page={found}
      views
      search={{ placeholder: t("search") }}
      filters={[
        {
          key: "status",
          label: t("filters.status"),
          multiple: true,
          options: JOB_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
        },
        {
          key: "name",
          label: t("filters.name"),
          options: names.map((value) => ({ value, label: jobTitle(say, value) })),
        },
      ]}
      tools={tools}
      empty={
        <EmptyState
          icon="activity"
          title={t("empty.title")}
          actions={
            Object.keys(params).length > 0 ? (
              <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("empty.all")}
              </Link>
            ) : undefined
          }
        >
          {t("empty.text")}
        </EmptyState>
      }
    />
  );
}
