import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SeatMeter } from "@/components/classes/seat-meter";
import { timesText } from "@/components/classes/times-text";
import { Fact, Facts } from "@/components/layout/fact";
import type { ClassPage } from "@/lib/classes/queries/get-class";
import { seatsLeft } from "@/lib/classes/rules";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** A class at a glance: seats, times, term, credits, and the classes that share its seats. */
export async function ClassFacts({ found }: { found: ClassPage }) {
  const [t, format] = await Promise.all([getTranslations("classes"), getFormat()]);
  const name = `${found.code} ${found.section}`;
  const left = seatsLeft(found);
  return (
    <>
      <Facts className="mb-stack">
        <Fact
          label={t("page.facts.seats")}
          value={
            <SeatMeter
              format={format}
              seats={found}
              label={t("seats.label", {
                class: name,
                taken: found.taken + found.offered,
                capacity: found.capacity,
              })}
            />
          }
          detail={[
            left > 0 ? t("seats.left", { left }) : t("seats.full"),
            found.waiting > 0 ? t("seats.waiting", { count: found.waiting }) : "",
            found.overAuthorised > 0 ? t("seats.over", { count: found.overAuthorised }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        />
        <Fact
          label={t("page.facts.times")}
          value={
            <span className="font-medium text-base">
              {timesText(
                found.parts.flatMap((part) => part.slots),
                format,
              )[0] ?? t("noTimes")}
            </span>
          }
          detail={t(`timeOfDay.${found.timeOfDay}`)}
        />
        <Fact
          label={t("page.facts.term")}
          value={
            <Link
              href={`/terms/${encodeURIComponent(found.termCode)}`}
              prefetch={false}
              className="link font-medium text-base"
            >
              {format.words(found.termName)}
            </Link>
          }
          detail={format.dateRange(found.termStart, found.termEnd)}
        />
        <Fact
          label={t("page.facts.credits")}
          value={format.number(found.credits)}
          detail={t(`classType.${found.classType as "STANDARD"}`)}
        />
      </Facts>
      {found.combinedWith.length > 0 ? (
        <p className="mb-stack text-muted-foreground text-sm">
          {t("page.combined", {
            classes: found.combinedWith.map((each) => `${each.code} ${each.section}`).join(", "),
          })}
        </p>
      ) : null}
    </>
  );
}
