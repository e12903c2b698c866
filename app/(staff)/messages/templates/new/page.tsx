import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { TemplateForm } from "../_components/template-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("messages:edit_templates");
  return { title: (await getTranslations("mailings.template"))("newTitle") };
}

/** The form for a new template. */
export default async function NewTemplatePage() {
  await requirePage("messages:edit_templates");
  const [t, all] = await Promise.all([getTranslations("mailings.template"), getTranslations("mailings")]);
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        crumbs={{
          label: all("crumbs"),
          items: [
            { label: all("title"), href: "/messages" },
            { label: t("title"), href: "/messages/templates" },
            { label: t("newTitle") },
          ],
        }}
      />
      <ClientMessages namespaces={["forms", "mailings.template", "mailings.facts", "mailings.media"]}>
        <TemplateForm />
      </ClientMessages>
    </>
  );
}
