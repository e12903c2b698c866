import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { CycleChangeRow } from "@/lib/studies/schemas";
import { StudiesButton } from "./studies-button";
import { programmeText } from "./words";

type Props = { number: number; changes: readonly CycleChangeRow[]; today: Day; mayEdit: boolean };

/** Beginnings and moves up between cycles, which bring the administrative fee until they end. */
export async function CycleSection({ number, changes, today, mayEdit }: Props) {
  const [t, format] = await Promise.all([getTranslations("programmes.cycle"), getFormat()]);
  return (
    <Section framed title={t("title")}>
      {changes.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <p className="border-b px-4 py-2 text-muted-foreground text-sm">{t("lead")}</p>
      )}
      <ul className="divide-y">
        {changes.map(({ id, version, kind, detectedOn, source, target, endedOn, endReason }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell">
            <div className="min-w-0 flex-1 basis-56">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{t(`kinds.${kind}`)}</span>
                <Badge variant={endedOn ? "default" : "info"}>
                  {endReason ? t(`ends.${endReason}`) : t("running")}
                </Badge>
              </p>
              <p className="text-muted-foreground text-sm">
                {[
                  source
                    ? `${programmeText(source, format)} → ${programmeText(target, format)}`
                    : programmeText(target, format),
                  endedOn
                    ? t("until", { from: format.date(detectedOn), to: format.date(endedOn) })
                    : t("since", { date: format.date(detectedOn) }),
                ].join(" · ")}
              </p>
            </div>
            {mayEdit && !endedOn && detectedOn <= today && (
              <StudiesButton
                variant="ghost"
                size="sm"
                asked={{
                  kind: "endCycle",
                  number,
                  id,
                  version,
                  what: t(`kinds.${kind}`),
                  since: detectedOn,
                  today,
                }}
              >
                {t("end")}
              </StudiesButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
