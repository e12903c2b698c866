import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { Section } from "@/components/layout/section";
import { photoArchive } from "@/lib/people/photos/files";
import { findLastArchive } from "@/lib/people/photos/last-archive";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getJob } from "@/lib/platform/jobs/queries";
import { tellJobs } from "@/lib/platform/jobs/tell";
import { PhotosFrame } from "../_components/photos-frame";
import { ArchiveReport } from "./_components/archive-report";
import { PhotoDrop } from "./_components/photo-drop";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("photos"))("bulk.title") };
}

/** Many photos at once, named by student number, and what became of each the last time. */
export default async function BulkPhotosPage() {
  const actor = await requirePage("people:edit");
  await requirePage("files:upload");
  const [t, last] = await Promise.all([getTranslations("photos.bulk"), findLastArchive(actor)]);
  const [told] = last?.running ? await tellJobs([await getJob(actor, last.jobRunId)]) : [];
  return (
    <PhotosFrame actor={actor}>
      <ClientMessages namespaces={["jobs", "photos.bulk"]}>
        <div className="grid max-w-4xl gap-8">
          <p className="max-w-prose text-muted-foreground text-sm">{t("lead")}</p>
          {told ? (
            <JobWatch key={told.id} job={told} title={t("running")}>
              {t("runningText")}
            </JobWatch>
          ) : (
            <PhotoDrop purpose={photoArchive.name} maxBytes={photoArchive.maxBytes} />
          )}
          {last?.result ? (
            <Section title={t("last")}>
              <ArchiveReport result={last.result} lines={last.lines} />
            </Section>
          ) : null}
        </div>
      </ClientMessages>
    </PhotosFrame>
  );
}
