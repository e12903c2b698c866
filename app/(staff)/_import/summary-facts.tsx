import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import type { ImportSummary } from "@/lib/people/imports/summary";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** New, updated, unchanged, rejected: the four numbers that matter. */
export async function SummaryFacts({ summary }: { summary: ImportSummary }) {
  const [t, format] = await Promise.all([getTranslations("import.result"), getFormat()]);
  const numbers = summary.numbers;
  return (
    <Facts className="max-w-4xl">
      <Fact
        label={t("added")}
        value={format.number(summary.added)}
        detail={
          numbers
            ? t("numbers", {
                first: format.studentNumber(numbers.first),
                last: format.studentNumber(numbers.last),
              })
            : undefined
        }
      />
      <Fact label={t("updated")} value={format.number(summary.updated)} />
      <Fact label={t("unchanged")} value={format.number(summary.unchanged)} />
      <Fact
        label={t("rejected")}
        value={
          <span className={summary.rejected > 0 ? "text-danger" : undefined}>
            {format.number(summary.rejected)}
          </span>
        }
        detail={summary.flagged > 0 ? t("flagged", { rows: summary.flagged }) : undefined}
      />
    </Facts>
  );
}
