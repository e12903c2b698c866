import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { WISHES } from "@/lib/classes/draft-timetable/problem";
import type { DraftOptions, DraftResult } from "@/lib/classes/draft-timetable/schemas";
import { costOf } from "@/lib/classes/draft-timetable/solver/amounts";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** How well a draft fulfils each wish, and what that costs by its weight. */
export async function ScoreTable({ options, result }: { options: DraftOptions; result: DraftResult }) {
  const [t, format] = await Promise.all([getTranslations("draftTimetable"), getFormat()]);
  return (
    <Section title={t("score.title")} framed className="max-w-3xl">
      <table className="tabular w-full text-sm [&_td]:px-4 [&_td]:py-cell [&_th]:px-4 [&_th]:py-2">
        <thead className="border-b text-left text-muted-foreground text-xs">
          <tr>
            <th scope="col" className="font-medium">
              {t("score.wish")}
            </th>
            <th scope="col" className="font-medium">
              {t("score.amount")}
            </th>
            <th scope="col" className="text-right font-medium max-sm:hidden">
              {t("score.weight")}
            </th>
            <th scope="col" className="text-right font-medium">
              {t("score.cost")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {WISHES.map((wish) => (
            <tr key={wish}>
              <th scope="row" className="text-left font-normal">
                {t(`wish.${wish}`)}
              </th>
              <td>{t(`amount.${wish}`, { amount: result.score[wish] })}</td>
              <td className="text-right max-sm:hidden">{format.number(options.weights[wish])}</td>
              <td className="text-right">
                {format.number(Math.round(costOf(options.weights, wish, result.score[wish])))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="border-t px-4 py-2.5 text-muted-foreground text-xs">{t("score.help")}</p>
    </Section>
  );
}
