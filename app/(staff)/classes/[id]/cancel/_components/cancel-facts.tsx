import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { Fact, Facts } from "@/components/layout/fact";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { CancelEffect } from "@/lib/registration/cancel-class/schemas";

/** A cancellation at a glance: who leaves, what is not held, what goes back, how it is told. */
export async function CancelFacts({ effect, mail }: { effect: CancelEffect; mail: boolean }) {
  const [t, format] = await Promise.all([getTranslations("cancelling.facts"), getFormat()]);
  const { seen, students, meetings, refund, others } = effect;
  const places = [
    seen.enrolled > 0 ? t("enrolled", { count: seen.enrolled }) : "",
    seen.offered > 0 ? t("offered", { count: seen.offered }) : "",
    seen.waitlisted > 0 ? t("waitlisted", { count: seen.waitlisted }) : "",
  ].filter(Boolean);
  const days =
    meetings.first && meetings.last
      ? t("meetingDays", { first: format.date(meetings.first), last: format.date(meetings.last) })
      : "";
  const shared = others.length > 0 && seen.meetings === 0;
  return (
    <Facts>
      <Fact
        label={t("students")}
        value={format.number(students.length)}
        detail={places.join(" · ") || t("nobody")}
      />
      <Fact
        label={t("meetings")}
        value={format.number(seen.meetings)}
        detail={[days, shared ? t("shared") : t("held", { count: meetings.held })]
          .filter(Boolean)
          .join(" · ")}
      />
      <Fact
        label={t("refund")}
        value={
          <span className="flex items-baseline gap-2">
            {format.number(refund.value)} %
            <Why explained={refund} label={t("refund")} />
          </span>
        }
        detail={t("refundNote")}
      />
      <Fact
        label={t("told")}
        value={<span className="font-medium text-base">{t("toldHome")}</span>}
        detail={mail ? t("toldMail", { count: effect.reachable }) : undefined}
      />
    </Facts>
  );
}
