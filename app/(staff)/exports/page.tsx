import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Icon } from "@/components/ui/icon";
import { exportFile } from "@/lib/people/lists/files";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listOwnFiles } from "@/lib/platform/storage/own-files";

const KILOBYTE = 1_024;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists.files"))("title") };
}

/** The files that the worker made of this person's lists. */
export default async function ExportsPage() {
  const actor = await requirePage("people:export");
  const [files, t, format] = await Promise.all([
    listOwnFiles(actor, exportFile),
    getTranslations("lists.files"),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      {files.length === 0 ? (
        <EmptyState icon="download" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul aria-label={t("caption")} className="max-w-3xl divide-y rounded-lg border bg-card text-sm">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3">
              <a
                href={`/api/files/${file.id}`}
                download
                className="link inline-flex items-center gap-2 font-medium"
              >
                <Icon name="download" />
                {file.name}
              </a>
              <span className="text-muted-foreground">{format.dateTime(file.at)}</span>
              <span className="tabular ms-auto text-muted-foreground">
                {t("kilobytes", { size: format.number(Math.max(1, Math.round(file.size / KILOBYTE))) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
