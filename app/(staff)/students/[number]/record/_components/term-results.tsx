import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { ResultRow, TermRecord } from "@/lib/record/schemas";

/** The results of one term with its GPA and the cumulative one as it stood then. */
export async function TermResults({ term }: { term: TermRecord }) {
  const [t, format] = await Promise.all([getTranslations("record"), getFormat()]);
  const remarks = (result: ResultRow) =>
    [
      result.attempt > 1 && t("attempt", { attempt: format.number(result.attempt) }),
      result.repeated && t("repeated"),
      result.source !== "CLASS" && t(`source.${result.source}`),
    ].filter((remark) => remark !== false);
  return (
    <Section
      title={term.name}
      detail={format.dateRange(term.startDate, term.endDate)}
      framed
      actions={
        <>
          <span className="text-muted-foreground">
            {t("termGpa")} <strong className="tabular text-foreground">{term.gpa.value ?? t("noGpa")}</strong>
          </span>
          <Why explained={term.gpa} label={`${t("termGpa")} ${term.name}`} />
          {term.cumulative !== null && (
            <span className="tabular text-muted-foreground">
              {t("cumulativeThen", { gpa: term.cumulative })}
            </span>
          )}
        </>
      }
    >
      <Table label={term.name}>
        <TableHeader>
          <TableRow>
            <TableHead className="w-32">{t("columns.course")}</TableHead>
            <TableHead>{t("columns.title")}</TableHead>
            <TableHead className="w-20 text-right">{t("columns.credits")}</TableHead>
            <TableHead className="w-20">{t("columns.grade")}</TableHead>
            <TableHead className="w-20 text-right">{t("columns.points")}</TableHead>
            <TableHead className="w-48">{t("columns.remark")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {term.results.map((result) => (
            <TableRow key={result.id} className={result.repeated ? "text-muted-foreground" : undefined}>
              <TableCell className="whitespace-nowrap font-medium">{result.courseCode}</TableCell>
              <TableCell>{result.title}</TableCell>
              <TableCell className="tabular text-right">{format.number(result.credits)}</TableCell>
              <TableCell>
                {result.letter === null ? (
                  "—"
                ) : result.passes ? (
                  <span className="font-semibold">{result.letter}</span>
                ) : (
                  <Badge variant="danger">{result.letter}</Badge>
                )}
              </TableCell>
              <TableCell className="tabular text-right">{result.points ?? "—"}</TableCell>
              <TableCell className="text-muted-foreground">{remarks(result).join(", ")}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
