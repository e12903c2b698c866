import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { AssignmentList } from "@/components/positions/assignment-list";
import { listPositionsOf } from "@/lib/people/positions/queries";
import { sees } from "@/lib/people/visible-fields";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import type { LoadedColleague } from "./load-colleague";

/** The positions of a person with their authority, those handed to the person included, today's first. */
export async function ColleaguePositions({ actor, record }: LoadedColleague) {
  const [rows, t] = await Promise.all([
    sees(actor, "positions") ? listPositionsOf(actor, record.personId) : [],
    getTranslations("positions"),
  ]);
  return (
    <ClientMessages
      namespaces={[
        "forms",
        "personDetails.picker",
        "positions.end",
        "positions.delegate",
        "positions.takeBack",
      ]}
    >
      <Section title={t("ofPerson")} framed={rows.length > 0} className="max-w-3xl">
        {rows.length === 0 ? (
          <EmptyState icon="id-card" title={t("ofPersonNone")}>
            {t("lead")}
          </EmptyState>
        ) : (
          <AssignmentList actor={actor} rows={rows} by="position" personId={record.personId} />
        )}
      </Section>
    </ClientMessages>
  );
}
