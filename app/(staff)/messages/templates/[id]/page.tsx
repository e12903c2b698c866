import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { getTemplate } from "@/lib/messages/queries/templates";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { MessageWords } from "../../_components/message-words";
import { TemplateForm } from "../_components/template-form";

type Props = PageProps<"/messages/templates/[id]">;

async function load({ params }: Pick<Props, "params">) {
  const actor = await requirePage("messages:read");
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return { actor, template: await getTemplate(actor, Number(id)) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).template.name };
}

/** One template: edited by who may, read by who may read. */
export default async function TemplatePage(props: Props) {
  const { actor, template } = await load(props);
  const [t, all] = await Promise.all([getTranslations("mailings.template"), getTranslations("mailings")]);
  return (
    <>
      <PageHeader
        title={template.name}
        detail={<Badge>{all(`media.${template.medium}`)}</Badge>}
        description={t("times", { count: template.merges })}
        crumbs={{
          label: all("crumbs"),
          items: [
            { label: all("title"), href: "/messages" },
            { label: t("title"), href: "/messages/templates" },
            { label: template.name },
          ],
        }}
      />
      {can(actor, "messages:edit_templates") ? (
        <ClientMessages namespaces={["forms", "mailings.template", "mailings.facts", "mailings.media"]}>
          <TemplateForm template={template} />
        </ClientMessages>
      ) : (
        <MessageWords words={template} />
      )}
    </>
  );
}
