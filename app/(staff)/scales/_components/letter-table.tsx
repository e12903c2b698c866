import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { ScaleLetter } from "@/lib/curriculum/scales/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The letters of a version, best first. */
export async function LetterTable({ letters }: { letters: readonly ScaleLetter[] }) {
  const [t, format] = await Promise.all([getTranslations("scales"), getFormat()]);
  const mark = (yes: boolean, label: string) => (
    <>
      <Icon
        name={yes ? "check" : "x"}
        className={yes ? "mx-auto size-4 text-success" : "mx-auto size-4 text-muted-foreground"}
      />
      <span className="sr-only">{`${label}: ${yes ? t("yes") : t("no")}`}</span>
    </>
  );
  return (
    <table className="tabular w-full text-sm">
      <thead className="border-b text-left text-muted-foreground text-xs">
        <tr>
          <th scope="col" className="px-4 py-2 font-medium">
            {t("columns.letter")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            {t("columns.minPercent")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            {t("columns.points")}
          </th>
          <th scope="col" className="px-2 py-2 text-center font-medium">
            {t("columns.passes")}
          </th>
          <th scope="col" className="px-4 py-2 text-center font-medium">
            {t("columns.earnsCredit")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {letters.map((row) => (
          <tr key={row.letter}>
            <th scope="row" className="px-4 py-1.5 text-left font-medium">
              {row.letter}
            </th>
            <td className="px-2 py-1.5 text-right">{format.number(row.minPercent)} %</td>
            <td className="px-2 py-1.5 text-right">{format.number(row.points, 2)}</td>
            <td className="px-2 py-1.5 text-center">{mark(row.passes, t("columns.passes"))}</td>
            <td className="px-4 py-1.5 text-center">{mark(row.earnsCredit, t("columns.earnsCredit"))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
