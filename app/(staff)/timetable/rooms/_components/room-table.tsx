import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ShareBar } from "@/components/timetable/share-bar";
import { Icon } from "@/components/ui/icon";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UseSort } from "@/lib/classes/weeks/room-use-params";
import type { RoomUse } from "@/lib/classes/weeks/room-use-rules";
import { DAY_PARTS } from "@/lib/classes/weeks/study-hours";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

type Props = {
  rooms: RoomUse[];
  params: UrlParams;
  sort: UseSort /** The first week of the period. */;
  week: Day;
};

/** Every room with its hours and shares, each leading to its week. */
export async function RoomTable({ rooms, params, sort, week }: Props) {
  const [t, buildings, types, format] = await Promise.all([
    getTranslations("roomUse"),
    getTranslations("organization.buildings"),
    getTranslations("rooms.types"),
    getFormat(),
  ]);
  const heading = (column: UseSort, className?: string) => (
    <TableHead
      aria-sort={sort === column ? (column === "room" ? "ascending" : "descending") : undefined}
      className={className}
    >
      <Link
        href={listHref("/timetable/rooms", params, { sort: column })}
        prefetch={false}
        title={t("sortBy", { column: t(`columns.${column}`) })}
        className="inline-flex items-center gap-1 hover:text-foreground"
      >
        {t(`columns.${column}`)}
        {sort === column ? (
          <Icon name={column === "room" ? "arrow-up" : "arrow-down"} className="size-3.5" />
        ) : null}
      </Link>
    </TableHead>
  );
  return (
    <Table label={t("byRoom")}>
      <TableHeader>
        <TableRow>
          {heading("room")}
          <TableHead className="hidden sm:table-cell">{t("columns.building")}</TableHead>
          <TableHead className="hidden sm:table-cell">{t("columns.type")}</TableHead>
          {heading("seats", "hidden text-right sm:table-cell")}
          <TableHead className="hidden text-right sm:table-cell">{t("columns.meetings")}</TableHead>
          {heading("hours", "text-right")}
          {heading("share")}
          {DAY_PARTS.map((part) => (
            <TableHead key={part} className="text-right">
              {t(`parts.${part}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rooms.map((room) => (
          <TableRow key={room.id}>
            <TableHead scope="row" className="text-sm">
              <Link
                href={listHref("/timetable", {}, { of: "room", id: room.code, week })}
                prefetch={false}
                className="text-foreground hover:underline"
              >
                {room.code}
              </Link>
            </TableHead>
            <TableCell className="hidden sm:table-cell">{buildings(room.building)}</TableCell>
            <TableCell className="hidden sm:table-cell">{types(room.roomType)}</TableCell>
            <TableCell className="hidden text-right sm:table-cell">{format.number(room.capacity)}</TableCell>
            <TableCell className="hidden text-right sm:table-cell">{format.number(room.meetings)}</TableCell>
            <TableCell className="text-right">{format.number(room.minutes / 60, 1)}</TableCell>
            <TableCell>
              <ShareBar share={room.share} format={format} />
            </TableCell>
            {DAY_PARTS.map((part) => {
              const share = room.parts[part];
              return (
                <TableCell key={part} className="text-right">
                  {share === null ? "—" : format.percent(Math.round(share * 100))}
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
