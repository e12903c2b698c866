import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { findImport } from "@/lib/people/imports/define";
import { listImports } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import { flatParams } from "@/lib/platform/url/href";
import { parseAsPage } from "@/lib/platform/url/list-params";
import { KindTabs } from "./kind-tabs";
import { PasteBox } from "./paste-box";
import { RecentImports } from "./recent-imports";
import { UploadBox } from "./upload-box";

type Props = {
  actor: AccountActor;
  /** Kind of the list, as its change set is called. */
  kind: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where a list of a kind comes in, and the lists that came in before. */
export async function ImportStartPage({ actor, kind, searchParams }: Props) {
  const definition = findImport(kind);
  if (!definition) throw new Error(`no list is loaded as ${kind}`);
  const [params, t] = await Promise.all([searchParams.then(flatParams), getTranslations("import")]);
  const page = parseAsPage.parseServerSide(params.page);
  const imports = await listImports(actor, kind, { page, pageSize: 25 });
  const say = loose(t);
  const template = (format: "xlsx" | "csv", label: string) => (
    <a
      href={`${definition.template ?? "/api/v1/people/import-template"}?format=${format}&kind=${kind}`}
      className={buttonVariants({ variant: "outline", size: "sm" })}
      download
    >
      <Icon name="download" />
      {label}
    </a>
  );
  return (
    <>
      <PageHeader title={say(`lists.${kind}.title`)} description={say(`lists.${kind}.intro`)} />
      <KindTabs kind={kind} />
      <div className="grid max-w-4xl gap-stack">
        <UploadBox
          kind={kind}
          path={definition.path}
          purpose={definition.area.upload.name}
          maxBytes={definition.area.upload.maxBytes}
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
        <PasteBox
          kind={kind}
          path={definition.path}
          purpose={definition.area.upload.name}
          texts={{
            title: t("paste.title"),
            help: t("paste.help"),
            label: t("paste.label"),
            submit: t("paste.submit"),
            failed: t("upload.failed"),
            fileName: t("paste.fileName"),
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
          <RecentImports imports={imports} path={definition.path} params={params} />
        </Section>
      </div>
    </>
  );
}
