import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { leaveState } from "@/lib/studies/rules";
import type { LeaveRow } from "@/lib/studies/schemas";
import { StudiesButton } from "./studies-button";

const VARIANT: Record<ReturnType<typeof leaveState>, BadgeVariant> = {
  ahead: "info",
  away: "warning",
  over: "default",
  returned: "success",
  cancelled: "outline",
};

type Props = {
  number: number;
  leaves: readonly LeaveRow[];
  today: Day;
  mayAsk: boolean;
  mayEdit: boolean;
};

/** Leaves of absence, the newest first, with what can be done with each. */
export async function LeaveSection({ number, leaves, today, mayAsk, mayEdit }: Props) {
  const [t, format] = await Promise.all([getTranslations("programmes.leave"), getFormat()]);
  return (
    <Section
      framed
      title={t("title")}
      actions={
        mayAsk && (
          <StudiesButton variant="ghost" size="sm" asked={{ kind: "leave", number, today }}>
            {t("request")}
          </StudiesButton>
        )
      }
    >
      {leaves.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {leaves.map(({ id, version, kind, status, startsOn, returnsOn, returnedOn, reason }) => {
          const state = leaveState({ status, startsOn, returnsOn }, today);
          const row = { number, id, version };
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium">{t(`kinds.${kind}`)}</span>
                  <Badge variant={VARIANT[state]}>{t(`states.${state}`)}</Badge>
                </p>
                <p className="text-muted-foreground text-sm">
                  {[
                    format.date(startsOn),
                    t("backOn", { date: format.date(returnedOn ?? returnsOn) }),
                    reason,
                  ].join(" · ")}
                </p>
              </div>
              {mayEdit && state === "away" && startsOn < today && (
                <StudiesButton
                  variant="outline"
                  size="sm"
                  asked={{ kind: "return", since: startsOn, until: returnsOn, today, ...row }}
                >
                  {t("return")}
                </StudiesButton>
              )}
              {mayEdit && (state === "ahead" || (state === "away" && startsOn === today)) && (
                <StudiesButton variant="ghost" size="sm" asked={{ kind: "cancel", ...row }}>
                  {t("cancel")}
                </StudiesButton>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
