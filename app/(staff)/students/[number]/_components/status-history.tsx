import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { statusVariant } from "@/components/people/status-tone";
import { StatusDot } from "@/components/ui/badge";
import type { StatusMoveRow } from "@/lib/people/numbers/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";

/** Every move of a student's status, the newest first: since when, why, and who entered it. */
export async function StatusHistory({ moves }: { moves: readonly StatusMoveRow[] }) {
  const [t, people, reasons, format] = await Promise.all([
    getTranslations("journey.statusHistory"),
    getTranslations("people"),
    getTranslations("reasons"),
    getFormat(),
  ]);
  return (
    <Section framed title={t("title")}>
      {moves.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ol className="divide-y">
        {moves.map(({ id, from, to, effectiveOn, reason, by, at }) => (
          <li key={id} className="flex flex-col gap-0.5 px-4 py-cell">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">
                <StatusDot variant={statusVariant(to)}>
                  {from
                    ? t("move", { from: people(`status.${from}`), to: people(`status.${to}`) })
                    : t("first", { to: people(`status.${to}`) })}
                </StatusDot>
              </span>
              <time dateTime={effectiveOn} className="tabular text-muted-foreground text-sm">
                {format.date(effectiveOn)}
              </time>
            </p>
            {reason && <p className="text-sm">{tellReason(loose(reasons), reason)}</p>}
            <p className="text-muted-foreground text-xs">
              {t("by", { name: by ?? t("system"), date: format.dateTime(at) })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
