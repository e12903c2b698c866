import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Why } from "@/components/feedback/why";
import { Badge } from "@/components/ui/badge";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { ResultRow, TermRecord } from "@/lib/record/schemas";

/** Every result, a group of rows a term, with the GPA of the term and the cumulative one as it stood then. */
export async function ResultTable({ terms }: { terms: TermRecord[] }) {
  const t = await getTranslations("record");
  return (
    <div className="overflow-hidden rounded-lg border bg-card">
      <Table label={t("caption")}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-32">{t("columns.course")}</TableHead>
            <TableHead>{t("columns.title")}</TableHead>
            <TableHead className="w-20 text-right">{t("columns.credits")}</TableHead>
            <TableHead className="w-20">{t("columns.grade")}</TableHead>
            <TableHead className="w-20 text-right">{t("columns.points")}</TableHead>
            <TableHead className="w-56">{t("columns.remark")}</TableHead>
          </TableRow>
        </TableHeader>
        {terms.map((term) => (
          <TermRows key={term.code} term={term} />
        ))}
      </Table>
    </div>
  );
}

async function TermRows({ term }: { term: TermRecord }) {
  const [t, format] = await Promise.all([getTranslations("record"), getFormat()]);
  return (
    <tbody className="divide-y border-t">
      <tr className="bg-muted/60">
        <th scope="rowgroup" colSpan={6} className="px-3 py-2 text-left font-normal">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
            <span className="font-semibold">{format.words(term.name)}</span>
            <span className="text-muted-foreground">{format.dateRange(term.startDate, term.endDate)}</span>
            <span className="ml-auto text-muted-foreground">
              {t("termGpa")}{" "}
              <strong className="tabular text-foreground">{term.gpa.value ?? t("noGpa")}</strong>
            </span>
            <Why explained={term.gpa} label={`${t("termGpa")} ${format.words(term.name)}`} />
            {term.cumulative !== null && (
              <span className="tabular text-muted-foreground">
                {t("cumulativeThen", { gpa: term.cumulative })}
              </span>
            )}
          </div>
        </th>
      </tr>
      {term.results.map((result) => (
        <ResultLine key={result.id} result={result} />
      ))}
    </tbody>
  );
}

async function ResultLine({ result }: { result: ResultRow }) {
  const [t, format] = await Promise.all([getTranslations("record"), getFormat()]);
  const remarks = [
    result.attempt > 1 && t("attempt", { attempt: format.number(result.attempt) }),
    result.repeated && t("repeated"),
    (result.source === "TRANSFER" || result.source === "EXAM") && t(`source.${result.source}`),
  ].filter((remark) => remark !== false);
  return (
    <TableRow className={result.repeated ? "text-muted-foreground" : undefined}>
      <TableCell className="whitespace-nowrap font-medium">{result.courseCode}</TableCell>
      <TableCell>{courseTitle(result, format)}</TableCell>
      <TableCell className="tabular text-right">{format.number(result.credits)}</TableCell>
      <TableCell>
        {result.letter === null ? (
          "—"
        ) : result.passes ? (
          <span className="font-semibold">{result.letter}</span>
        ) : (
          // A letter without points, such as W, is no failure.
          <Badge variant={result.points === null ? "outline" : "danger"}>{result.letter}</Badge>
        )}
      </TableCell>
      <TableCell className="tabular text-right">{result.points ?? "—"}</TableCell>
      <TableCell className="text-muted-foreground">{remarks.join(", ")}</TableCell>
    </TableRow>
  );
}
