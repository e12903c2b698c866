import { getTranslations } from "next-intl/server";
import { FactList, FactRow } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { saveLegalName } from "@/lib/people/details/actions";
import type { PersonDetails } from "@/lib/people/details/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { EditButton } from "./edit-button";
import { legalNameFields } from "./fields";

type Props = { details: PersonDetails; editable: boolean };

/** What documents of this person print, and why, and the legal name that they may carry instead. */
export async function LegalNameCard({ details, editable }: Props) {
  const [t, format] = await Promise.all([getTranslations("personDetails"), getFormat()]);
  const { legal, personId, version } = details;
  if (!legal) return null;
  const { printed, ...values } = legal;
  return (
    <Section
      title={t("documents.title")}
      actions={
        editable && (
          <EditButton
            id={`legal-name-${personId}`}
            label={t("documents.edit")}
            title={t("documents.edit")}
            description={t("documents.editHelp")}
            saveLabel={t("documents.save")}
            savedText={t("documents.saved")}
            action={saveLegalName}
            fixed={{ personId, version }}
            fields={legalNameFields({ t: loose(t), locale: format.locale })}
            row={{ values }}
          />
        )
      }
    >
      <div className="rounded-lg border bg-card p-4">
        <FactList>
          <FactRow label={t("documents.latin")}>
            <span className="font-medium">{printed.latin}</span>
            <span className="block text-muted-foreground">
              {printed.isLegal ? t("documents.legal") : t("documents.everyday")}
            </span>
          </FactRow>
          <FactRow label={t("documents.khmer")}>
            {printed.khmer ? (
              <span lang="km" className="font-medium">
                {printed.khmer}
              </span>
            ) : (
              <span className="text-muted-foreground">
                {t(`documents.missing.${printed.khmerMissing ?? "unknown"}`)}
              </span>
            )}
          </FactRow>
          <FactRow label={t("documents.gender")}>{t(`gender.${printed.gender}`)}</FactRow>
          {!legal.useLegalName && legal.legalFamilyName && (
            <FactRow label={t("documents.kept")}>
              {legal.legalFamilyName} {legal.legalPersonalName}
            </FactRow>
          )}
        </FactList>
      </div>
    </Section>
  );
}
