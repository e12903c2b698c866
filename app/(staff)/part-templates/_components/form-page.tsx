import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LEVELS } from "@/lib/curriculum/part-templates/levels";
import { listLanguageProgrammes, listTemplateBooks } from "@/lib/curriculum/part-templates/queries";
import type { TemplateSetRow } from "@/lib/curriculum/part-templates/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { levelName, levelText } from "./level-text";
import { TemplateForm } from "./template-form";
import { valuesOf } from "./template-values";

type Props = { actor: AccountActor; mode: "new" | "version" | "correct"; set: TemplateSetRow | null };

/** The form of a template with its choices: a new one, a new version of one, or its correction. */
export async function TemplateFormPage({ actor, mode, set }: Props) {
  const [programmes, books, t, format] = await Promise.all([
    listLanguageProgrammes(actor),
    listTemplateBooks(actor),
    getTranslations("partTemplates"),
    getFormat(),
  ]);
  const heading = t(`heading.${mode}`);
  return (
    <>
      <PageHeader
        title={heading}
        detail={set ? `${set.programmeCode} · ${levelText(set.levelFrom, set.levelTo, t)}` : undefined}
        description={t(`headingLead.${mode}`)}
        crumbs={{
          label: t("title"),
          items: [
            { label: t("title"), href: "/part-templates" },
            ...(set ? [{ label: format.words(set.name), href: `/part-templates/${set.id}` as const }] : []),
            { label: heading },
          ],
        }}
      />
      <ClientMessages namespaces={["forms", "partTemplates"]}>
        <TemplateForm
          mode={mode}
          set={set && { id: set.id, version: set.version }}
          values={valuesOf(set)}
          programmes={programmes.map(({ id, code, name }) => ({
            value: String(id),
            label: `${code} · ${format.words(name)}`,
            code,
          }))}
          levels={LEVELS.map((level) => ({ value: String(level), label: levelName(level) }))}
          books={books}
        />
      </ClientMessages>
    </>
  );
}
