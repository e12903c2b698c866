import { getTranslations } from "next-intl/server";
import { FactRow } from "@/components/layout/fact";
import type { ApprovalLimits } from "@/lib/organization/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** What holders of a position may approve, area by area, in words. */
export async function LimitFacts({ limits }: { limits: ApprovalLimits }) {
  const [t, format] = await Promise.all([getTranslations("positions.limits"), getFormat()]);
  const { financial, enrolment, academic } = limits;
  const words = (...parts: (string | false)[]) => parts.filter(Boolean).join(" · ");
  return (
    <>
      {financial && (
        <FactRow label={t("financial")}>
          {words(
            t("upTo", { amount: format.money(financial.maxAmount, financial.currency) }),
            financial.needsSecondApproval && t("secondApproval"),
          )}
        </FactRow>
      )}
      {enrolment && (
        <FactRow label={t("enrolment")}>
          {words(
            t("students", { count: enrolment.maxStudents }),
            enrolment.mayOverrideCapacity && t("mayOverrideCapacity"),
            enrolment.mayWaivePrerequisites && t("mayWaivePrerequisites"),
          )}
        </FactRow>
      )}
      {academic && (
        <FactRow label={t("academic")}>
          {words(
            t("days", { count: academic.deadlineDays }),
            academic.mayChangeGrades && t("mayChangeGrades"),
            academic.mayGrantExtensions && t("mayGrantExtensions"),
          )}
        </FactRow>
      )}
    </>
  );
}
