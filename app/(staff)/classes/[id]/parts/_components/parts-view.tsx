import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { EditedPart, EditedSession } from "@/lib/classes/queries/class-parts";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { sessions: EditedSession[]; times(part: EditedPart): string[] };

/** Sessions and parts to read: weights, needs, textbooks, times. */
export async function PartsView({ sessions, times }: Props) {
  const [t, format] = await Promise.all([getTranslations("classEdit"), getFormat()]);
  const percent = (weight: string) => format.percent(Number(weight) * 100);
  return (
    <div className="flex flex-col gap-6">
      {sessions.map((session) => (
        <Section
          key={session.number}
          framed
          title={format.words({ en: session.name, km: session.nameKm })}
          detail={percent(session.weight)}
        >
          <ul className="divide-y">
            {session.parts.map((part) => (
              <li
                key={part.id}
                className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
              >
                <div>
                  <p className="font-medium">{format.words({ en: part.name, km: part.nameKm })}</p>
                  <p className="text-muted-foreground">{t(`partTypes.${part.partType as "MAIN"}`)}</p>
                </div>
                <div className="text-muted-foreground">
                  {times(part).map((text) => (
                    <p key={text} className="tabular">
                      {text}
                    </p>
                  ))}
                  {part.times.length === 0 && <p className="text-warning">{t("parts.noTimes")}</p>}
                  <p>
                    {[
                      part.roomNeed && t(`rooms.${part.roomNeed}`),
                      part.wantedTeacher && format.name(part.wantedTeacher),
                      ...part.textbooks.map(({ title }) => title),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </div>
                <p className="tabular sm:text-right">{percent(part.weight)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
