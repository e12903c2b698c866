import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { StatusDot } from "@/components/ui/badge";
import type { FoundRoom } from "@/lib/classes/timetable/find-free";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { busyText } from "./busy-text";

type Props = { rows: readonly FoundRoom[]; weekly: boolean; week: Day };

/** Rooms at a time; each leads to its week. */
export async function FreeRooms({ rows, weekly, week }: Props) {
  const [t, rooms, buildings, format] = await Promise.all([
    getTranslations("meetings.free"),
    getTranslations("rooms.types"),
    getTranslations("organization.buildings"),
    getFormat(),
  ]);
  if (rows.length === 0)
    return (
      <EmptyState icon="search-x" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  const free = rows.filter(({ busy }) => !busy).length;
  return (
    <Section framed title={t("roomCaption")} detail={t("freeCount", { free, all: rows.length })}>
      <ul className="divide-y">
        {rows.map((room) => (
          <li
            key={room.id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-cell text-sm data-busy:text-muted-foreground"
            data-busy={room.busy ? "" : undefined}
          >
            <Link
              href={`/timetable?of=room&id=${encodeURIComponent(room.code)}&week=${week}`}
              prefetch={false}
              className="link w-20 font-medium"
            >
              {room.code}
            </Link>
            <span className="min-w-40 flex-1">
              {room.name}
              <span className="text-muted-foreground">
                {" · "}
                {[
                  buildings(room.building),
                  room.roomType === "CLASS" ? null : rooms(room.roomType),
                  room.hasProjector ? t("projectorShort") : null,
                  room.hasComputers ? t("computersShort") : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="tabular w-20 text-right">{format.number(room.capacity)}</span>
            <span className="w-72 max-md:w-full">
              {room.busy ? (
                <>
                  <StatusDot variant="outline">{t("taken")}</StatusDot>{" "}
                  <a href={`/classes/${room.busy.classId}`} className="link">
                    {busyText(room.busy, weekly, t, format)}
                  </a>
                </>
              ) : (
                <StatusDot variant="success">{t("free")}</StatusDot>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
