import { getTranslations } from "next-intl/server";
import { timesText } from "@/components/classes/times-text";
import { Section } from "@/components/layout/section";
import { WeekLink } from "@/components/timetable/week-link";
import type { RoomUse } from "@/lib/classes/rooms/room-use";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The weekly times that stand in a room, today or later, each with its classes. */
export async function RoomTimes({ use, mayOpen, code }: { use: RoomUse; mayOpen: boolean; code: string }) {
  const [t, format] = await Promise.all([getTranslations("rooms.there"), getFormat()]);
  const today = campusToday();
  return (
    <Section
      title={t("title")}
      detail={t("meetings", { count: use.meetings })}
      framed
      actions={mayOpen ? <WeekLink of="room" id={code} /> : undefined}
    >
      {use.times.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ul className="divide-y text-sm">
          {use.times.map((time) => (
            <li
              key={time.id}
              className="grid gap-x-6 gap-y-0.5 px-4 py-cell sm:grid-cols-[14rem_minmax(0,1fr)_minmax(0,1fr)]"
            >
              <span className="tabular font-medium">{timesText([time], format).join("; ")}</span>
              <span>
                {time.classes.map((each, index) => (
                  <span key={each.id}>
                    {index > 0 ? ", " : ""}
                    {mayOpen ? (
                      <a href={`/classes/${each.id}`} className="link">
                        {each.code} {each.section}
                      </a>
                    ) : (
                      `${each.code} ${each.section}`
                    )}
                  </span>
                ))}
                <span className="text-muted-foreground"> {time.classes[0]?.termCode}</span>
              </span>
              <span className="text-muted-foreground">
                {time.teacher ? format.name(time.teacher) : t("noTeacher")}
                {" · "}
                {time.from > today
                  ? t("from", { date: format.date(time.from) })
                  : t("until", { date: format.date(time.to) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
