import { getTranslations } from "next-intl/server";
import { ShareBar } from "@/components/timetable/share-bar";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UseCell } from "@/lib/classes/weeks/room-use-rules";
import { DAY_PARTS } from "@/lib/classes/weeks/study-hours";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The share of all rooms by weekday and time of day: where the campus is full, and where there is room. */
export async function TimeTable({ cells }: { cells: UseCell[] }) {
  const [t, format] = await Promise.all([getTranslations("roomUse"), getFormat()]);
  return (
    <Table label={t("byTime")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("weekday")}</TableHead>
          {DAY_PARTS.map((part) => (
            <TableHead key={part}>{t(`parts.${part}`)}</TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
          <TableRow key={weekday}>
            <TableHead scope="row" className="text-sm">
              {format.weekday(weekday)}
            </TableHead>
            {DAY_PARTS.map((part) => (
              <TableCell key={part}>
                <ShareBar
                  share={cells.find((cell) => cell.weekday === weekday && cell.part === part)?.share ?? null}
                  format={format}
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
