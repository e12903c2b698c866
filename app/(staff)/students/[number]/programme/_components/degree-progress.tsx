import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Why } from "@/components/feedback/why";
import { Section } from "@/components/layout/section";
import { type BadgeVariant, StatusDot } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { explain } from "@/lib/platform/explained";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { RequirementState } from "@/lib/record/requirement-rules";
import type { DegreeProgress as Progressed } from "@/lib/record/schemas";

const VARIANT: Record<RequirementState["state"], BadgeVariant> = {
  fulfilled: "success",
  failed: "danger",
  open: "outline",
};

/** The degree line by line: what is fulfilled and by which grade, what must be repeated, what is open. */
export async function DegreeProgress({ code, progress }: { code: string; progress: Progressed }) {
  const [t, format] = await Promise.all([getTranslations("curriculum"), getFormat()]);
  const fulfilled = progress.lines.filter((line) => line.state === "fulfilled").length;
  const { value: percent } = progress.completion;
  return (
    <Section
      title={`${t("requirements")} · ${code}`}
      detail={t("progress", {
        fulfilled: format.number(fulfilled),
        total: format.number(progress.lines.length),
      })}
      framed
    >
      <div className="flex items-center gap-4 border-b px-4 py-3">
        <Progress value={percent} label={t("completion")} className="max-w-md" />
        <span className="tabular font-semibold">{format.percent(percent)}</span>
        <Why explained={progress.completion} label={t("completion")} />
      </div>
      <Table label={t("requirements")}>
        <TableHeader>
          <TableRow>
            <TableHead className="text-right">{t("columns.sequence")}</TableHead>
            <TableHead>{t("columns.course")}</TableHead>
            <TableHead>{t("columns.title")}</TableHead>
            <TableHead className="text-right">{t("columns.credits")}</TableHead>
            <TableHead>{t("columns.state")}</TableHead>
            <TableHead>{t("columns.grade")}</TableHead>
            <TableHead>{t("columns.term")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {progress.lines.map((line) => (
            <TableRow key={line.sequence}>
              <TableCell className="tabular text-right text-muted-foreground">{line.sequence}</TableCell>
              <TableCell className="whitespace-nowrap font-medium">{line.courseCode}</TableCell>
              <TableCell>{courseTitle(line, format)}</TableCell>
              <TableCell className="tabular text-right">{format.number(line.credits)}</TableCell>
              <TableCell>
                <StatusDot variant={VARIANT[line.state]}>{t(`state.${line.state}`)}</StatusDot>
              </TableCell>
              <TableCell className="whitespace-nowrap font-medium">
                {line.letter ?? "—"}
                {line.by && (
                  <span className="ml-2 inline-flex items-center gap-1 font-normal text-muted-foreground">
                    {t("countedBy", { course: line.by })}
                    <Why
                      explained={explain(line.state, line.because)}
                      label={t("countedFor", { by: line.by, course: line.courseCode })}
                    />
                  </span>
                )}
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground">
                {line.termCode ?? "—"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
