import { getTranslations } from "next-intl/server";
import { RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { KhmerNameCard } from "@/components/people/khmer-name-card";
import {
  editMaritalStatus,
  removeAddress,
  removeEmployment,
  removeMonkPeriod,
  removePaper,
  removeRelation,
  removeSchooling,
  saveAddress,
  saveEmployment,
  saveMonkPeriod,
  savePaper,
  saveRelation,
  saveSchooling,
  verifyPaper,
} from "@/lib/people/details/actions";
import { type PersonDetails as Details, MARITAL_STATUSES } from "@/lib/people/details/schemas";
import type { KhmerNameFacts } from "@/lib/people/khmer-names/schemas";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DetailList } from "./detail-list";
import { addressFields, monkFields, paperFields, relationFields, schoolFields, workFields } from "./fields";
import { LegalNameCard } from "./legal-name-card";
import { addressRow, monkRow, paperRow, relationRow, schoolRow, workRow } from "./rows";

type Props = { details: Details; name: KhmerNameFacts; editable: boolean };

/**
 * Everything about a person beyond identity and telephone, for the record of a student, a teacher or somebody in the
 * offices alike. A part that the reader may not see does not come with `details` and is not drawn.
 */
export async function PersonDetails({ details, name, editable }: Props) {
  const [translate, format] = await Promise.all([getTranslations("personDetails"), getFormat()]);
  const t = loose(translate);
  const words = { t, format };
  const spec = { t, locale: format.locale };
  const { personId, version, maritalStatus } = details;
  const shared = { personId, editable };
  // Only students are asked for it: price and scholarship depend on it. Who has such a time shows it anyway.
  const monk = details.monkPeriods && (details.isStudent || details.monkPeriods.length > 0);
  return (
    <ClientMessages namespaces={["forms", "khmerName", "personDetails"]}>
      <div className="grid gap-stack lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-stack">
          <div id="khmer-name">
            <KhmerNameCard name={name} editable={editable} />
          </div>
          <LegalNameCard details={details} editable={editable} />
          {maritalStatus !== undefined && (
            <Section title={t("maritalTitle")}>
              <RecordFields
                action={editMaritalStatus}
                record={{ personId }}
                version={version}
                editable={editable}
                fields={[
                  {
                    field: "maritalStatus",
                    label: t("marital"),
                    value: maritalStatus,
                    kind: "select",
                    options: MARITAL_STATUSES.map((value) => ({ value, label: t(`maritalStatus.${value}`) })),
                  },
                ]}
              />
            </Section>
          )}
          {monk && details.monkPeriods && (
            <div id="monk" className="scroll-mt-20">
              <DetailList
                {...shared}
                words="monkPeriods"
                rows={details.monkPeriods.map((row) => monkRow(row, words))}
                fields={monkFields(spec)}
                save={saveMonkPeriod}
                remove={removeMonkPeriod}
              />
            </div>
          )}
          {details.relations && (
            <DetailList
              {...shared}
              words="relations"
              rows={details.relations.map((row) => relationRow(row, words))}
              fields={relationFields(spec)}
              save={saveRelation}
              remove={removeRelation}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-stack">
          {details.papers && (
            <DetailList
              {...shared}
              words="papers"
              rows={details.papers.map((row) => paperRow(row, words))}
              fields={paperFields(spec)}
              save={savePaper}
              remove={removePaper}
              mark={verifyPaper}
            />
          )}
          {details.addresses && (
            <DetailList
              {...shared}
              words="addresses"
              rows={details.addresses.map((row) => addressRow(row, words))}
              fields={addressFields(spec)}
              save={saveAddress}
              remove={removeAddress}
            />
          )}
          {details.schooling && (
            <DetailList
              {...shared}
              words="schooling"
              rows={details.schooling.map((row) => schoolRow(row, words))}
              fields={schoolFields(spec)}
              save={saveSchooling}
              remove={removeSchooling}
            />
          )}
          {details.employments && (
            <DetailList
              {...shared}
              words="employments"
              rows={details.employments.map((row) => workRow(row, words))}
              fields={workFields(spec)}
              save={saveEmployment}
              remove={removeEmployment}
            />
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
