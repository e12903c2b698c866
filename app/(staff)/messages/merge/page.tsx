import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { type MergePreview, previewMerge } from "@/lib/messages/queries/preview";
import { getTemplate, listUsableTemplates } from "@/lib/messages/queries/templates";
import type { TemplateDto } from "@/lib/messages/schemas";
import { loadMergeStart } from "@/lib/messages/search-params";
import { readSelectionParam } from "@/lib/messages/selection-rules";
import { peopleSelection } from "@/lib/people/selection";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { type AppError, isAppError } from "@/lib/platform/errors";
import { loose } from "@/lib/platform/i18n/explain-text";
import { mailConfigured } from "@/lib/platform/mail/configured";
import { MergeChoice } from "./_components/merge-choice";
import { PreviewSection } from "./_components/preview-section";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("messages:send");
  return { title: (await getTranslations("mailings.merge"))("title") };
}

type Shown = { template: TemplateDto; preview: MergePreview };

/** A message to selected people: choose the words, see the first few, begin. */
export default async function MergePage({ searchParams }: PageProps<"/messages/merge">) {
  const actor = await requirePage("messages:send");
  const { to, template, language } = loadMergeStart(await searchParams);
  const selection = peopleSelection.safeParse(readSelectionParam(to));
  const [templates, t, all, errors] = await Promise.all([
    listUsableTemplates(actor),
    getTranslations("mailings.merge"),
    getTranslations("mailings"),
    getTranslations("errors"),
  ]);
  let shown: Shown | null = null;
  let trouble: AppError | null = null;
  if (selection.success && template !== null) {
    try {
      const [found, preview] = await Promise.all([
        getTemplate(actor, template),
        previewMerge(actor, { selection: selection.data, templateId: template, language }),
      ]);
      shown = { template: found, preview };
    } catch (error) {
      if (!isAppError(error)) throw error;
      trouble = error;
    }
  }
  return (
    <>
      <PageHeader
        title={t("title")}
        description={shown ? t("lead", { count: shown.preview.people }) : undefined}
        crumbs={{
          label: all("crumbs"),
          items: [{ label: all("title"), href: "/messages" }, { label: t("title") }],
        }}
      />
      {selection.success ? (
        <div className="grid max-w-4xl gap-stack">
          {templates.length > 0 ? (
            <MergeChoice
              to={to}
              templates={templates.map(({ id, name, medium }) => ({
                value: String(id),
                label: `${name} · ${all(`media.${medium}`)}`,
              }))}
              template={template}
              language={language}
            />
          ) : (
            <Alert
              variant="info"
              action={
                can(actor, "messages:edit_templates") ? (
                  <Link href="/messages/templates/new" className={buttonVariants({ size: "sm" })}>
                    {t("createOne")}
                  </Link>
                ) : undefined
              }
            >
              {t("noTemplates")}
            </Alert>
          )}
          {trouble ? <Alert variant="danger">{loose(errors)(trouble.code, trouble.params)}</Alert> : null}
          {shown ? (
            <PreviewSection
              selection={selection.data}
              template={shown.template}
              language={language}
              preview={shown.preview}
              mailOff={shown.template.medium === "EMAIL" && !mailConfigured()}
            />
          ) : null}
        </div>
      ) : (
        <EmptyState
          icon="mail"
          title={t("title")}
          actions={
            <Link href="/students" className={buttonVariants({ variant: "outline" })}>
              {all("empty.toStudents")}
            </Link>
          }
        >
          {t("nobody")}
        </EmptyState>
      )}
    </>
  );
}
