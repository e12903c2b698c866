import { getTranslations } from "next-intl/server";
import { FactList, FactRow } from "@/components/layout/fact";
import type { ApprovalDto } from "@/lib/approvals/schemas";
import type { ToldFact } from "@/lib/approvals/tell";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** What is asked for, in words, and who asks why. */
export async function RequestFacts({ request, facts }: { request: ApprovalDto; facts: ToldFact[] }) {
  const [t, format] = await Promise.all([getTranslations("approvals.facts"), getFormat()]);
  return (
    <FactList>
      {facts.length === 0 ? <FactRow label={t("subject")}>{request.subjectLabel}</FactRow> : null}
      {facts.map(({ label, value }) => (
        <FactRow key={label} label={label}>
          {value}
        </FactRow>
      ))}
      {request.amount ? <FactRow label={t("amount")}>{format.money(request.amount)}</FactRow> : null}
      <FactRow label={t("maker")}>{request.maker.name}</FactRow>
      <FactRow label={t("reason")}>{request.reason}</FactRow>
    </FactList>
  );
}
