import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { requirePage } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { parseAsPage } from "@/lib/platform/url/list-params";
import { importUpload } from "@/lib/studies/import/files";
import { listImports } from "@/lib/studies/import/queries";
import { RecentImports } from "./_components/recent-imports";
import { UploadBox } from "./_components/upload-box";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a list of students comes in, and the lists that came in before. */
export default async function ImportPage({ searchParams }: Props) {
  const actor = await requirePage("people:import");
  const [params, t] = await Promise.all([searchParams.then(flatParams), getTranslations("import")]);
  const page = parseAsPage.parseServerSide(params.page);
  const imports = await listImports(actor, { page, pageSize: 25 });
  const template = (format: "xlsx" | "csv", label: string) => (
    <a
      href={`/api/v1/people/import-template?format=${format}`}
      className={buttonVariants({ variant: "outline", size: "sm" })}
      download
    >
      <Icon name="download" />
      {label}
    </a>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <div className="grid max-w-4xl gap-stack">
        <UploadBox
          purpose={importUpload.name}
          maxBytes={importUpload.maxBytes}
          icon={<Icon name="file-spreadsheet" className="size-9" />}
          texts={{
            drop: t("upload.drop"),
            dropNow: t("upload.dropNow"),
            choose: t("upload.choose"),
            help: t("upload.help"),
            sending: t("upload.sending", { name: "\u0001" }),
            checking: t("upload.checking", { name: "\u0001" }),
            failed: t("upload.failed"),
            tooLarge: t("upload.tooLarge"),
            empty: t("upload.empty"),
            cancel: t("upload.cancel"),
          }}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border bg-card px-5 py-3.5">
          <div>
            <h2 className="font-semibold text-sm">{t("template.title")}</h2>
            <p className="text-muted-foreground text-sm">{t("template.help")}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            {template("xlsx", t("template.xlsx"))}
            {template("csv", t("template.csv"))}
          </div>
        </div>
        <Section title={t("recent.title")}>
          <RecentImports imports={imports} params={params} />
        </Section>
      </div>
    </>
  );
}
