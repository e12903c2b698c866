"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAction } from "@/components/forms/use-action";
import { JOB_STARTED } from "@/components/jobs/job-started";
import { toast } from "@/components/ui/toast-store";
import { startExport } from "@/lib/people/lists/actions";
import { type PeopleList, SENT_AT_ONCE } from "@/lib/people/lists/kinds";
import type { ExportFormat } from "@/lib/people/lists/schemas";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

export type Asked = {
  list: PeopleList;
  format: ExportFormat;
  params: UrlParams;
  columns: readonly string[] | null;
  ids: readonly string[] | null;
};

type Props = { ask: Asked; rows: number; className?: string; children: ReactNode };

/** One way to take people out: a download, or for a long workbook a job whose end is told. */
export function ExportEntry({ ask, rows, className, children }: Props) {
  const t = useTranslations("table.export");
  const { list, format, columns, ids } = ask;
  const { page: _page, size: _size, view: _view, columns: _columns, ...params } = ask.params;
  const { run, pending } = useAction(startExport, {
    onSuccess: () => {
      toast.success(t("working"));
      window.dispatchEvent(new Event(JOB_STARTED));
    },
  });
  if (format === "xlsx" && rows > SENT_AT_ONCE) {
    return (
      <button
        type="button"
        className={className ?? "dt-entry"}
        disabled={pending}
        onClick={() =>
          void run({
            list,
            format,
            params,
            columns: columns ? [...columns] : null,
            ids: ids ? ids.map(Number) : null,
          })
        }
      >
        {children}
      </button>
    );
  }
  const href = listHref(`/api/v1/people/${list}/export`, ids ? {} : params, {
    format,
    columns: columns?.join("."),
    ids: ids?.join(","),
  });
  return (
    // Not a page: the browser must fetch it as a file.
    <a href={href} download className={className}>
      {children}
    </a>
  );
}
