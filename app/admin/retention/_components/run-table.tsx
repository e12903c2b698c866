import { getTranslations } from "next-intl/server";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { campusDay } from "@/lib/platform/dates/campus";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { RunRow } from "@/lib/platform/retention/queries";

const COLUMNS = ["at", "rule", "cutoff", "removed"] as const;

/** Runs that removed something, the newest first. */
export async function RunTable({ runs }: { runs: RunRow[] }) {
  const [t, format] = await Promise.all([getTranslations("retention"), getFormat()]);
  if (runs.length === 0) return <p className="text-muted-foreground text-sm">{t("runs.none")}</p>;
  const say = loose(t);
  const name = (rule: string) => (say.has(`rules.${rule}`) ? say(`rules.${rule}`) : rule);
  return (
    <Table label={t("runs.caption")}>
      <TableHeader>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHead key={column}>{t(`runs.columns.${column}`)}</TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <TableCell>{format.dateTime(run.ranAt)}</TableCell>
            <TableCell>{name(run.rule)}</TableCell>
            <TableCell>{format.date(campusDay(run.cutoff))}</TableCell>
            <TableCell>{format.number(run.removed)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
