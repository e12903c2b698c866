import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { campusDay } from "@/lib/platform/dates/campus";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { RuleRow } from "@/lib/platform/retention/queries";

const COLUMNS = ["what", "months", "waiting", "last", "year"] as const;

/** The rules with their periods: what each is about, what would go tonight, what went. */
export async function RuleTable({ rules }: { rules: RuleRow[] }) {
  const [t, format] = await Promise.all([getTranslations("retention"), getFormat()]);
  const say = loose(t);
  const many = (count: number) =>
    format.number(Math.min(count, COUNT_LIMIT)) + (count > COUNT_LIMIT ? "+" : "");
  return (
    <Table label={t("caption")}>
      <TableCaption className="sr-only">{t("caption")}</TableCaption>
      <TableHeader>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHead key={column}>{t(`columns.${column}`)}</TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rules.map((rule) => (
          <TableRow key={rule.name}>
            <TableCell className="min-w-56 max-w-md whitespace-normal">
              <p className="font-medium">{say(`rules.${rule.name}`)}</p>
              <p className="text-muted-foreground text-xs">{say(`why.${rule.name}`)}</p>
            </TableCell>
            <TableCell>
              <p className="whitespace-nowrap">{t("months", { count: rule.months })}</p>
              <Link
                href={`/admin/settings/${rule.setting}`}
                prefetch={false}
                className="link whitespace-nowrap text-xs"
              >
                {t("change")}
              </Link>
            </TableCell>
            <TableCell>
              <p className="font-medium">{many(rule.waiting)}</p>
              <p className="whitespace-nowrap text-muted-foreground text-xs">
                {t("older", { date: format.date(campusDay(rule.before)) })}
              </p>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {rule.lastRanAt === null
                ? t("never")
                : t("lastRemoved", {
                    date: format.date(campusDay(rule.lastRanAt)),
                    count: format.number(rule.lastRemoved ?? 0),
                  })}
            </TableCell>
            <TableCell>{format.number(rule.yearRemoved)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
