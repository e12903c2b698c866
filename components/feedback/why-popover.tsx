import { useTranslations } from "next-intl";
import { useId } from "react";
import { PopoverContent } from "@/components/ui/popover";
import type { WhyText } from "@/lib/platform/i18n/why-text";

/**
 * The small "Why?" beside a number or a refusal, and its popover: the reasons, where each is written and on which day
 * it was valid, and what can be done. Native popover: no script of its own. Works on server and client; client
 * components get `why` from the error of an action or with their data (getWhyText).
 */
export function WhyPopover({ why, label }: { why: WhyText; label?: string }) {
  const t = useTranslations("feedback");
  const id = useId();
  if (why.reasons.length === 0 && !why.remedy) return null;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="link rounded-sm text-xs touch:min-h-9 touch:px-1 touch:text-sm"
        aria-label={label ? t("whyOf", { what: label }) : undefined}
      >
        {t("why")}
      </button>
      <PopoverContent id={id} className="w-80">
        <ul className="space-y-2 text-left">
          {why.reasons.map((reason) => (
            <li key={reason.text}>
              <p>{reason.text}</p>
              {(reason.source || reason.validOn) && (
                <p className="text-muted-foreground text-xs">
                  {[reason.source, reason.validOn && t("validOn", { date: reason.validOn })]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              )}
            </li>
          ))}
        </ul>
        {why.remedy && (
          <p className="mt-3 border-t pt-3 text-left">
            <strong className="font-medium">{t("whatToDo")}</strong> {why.remedy}
          </p>
        )}
      </PopoverContent>
    </>
  );
}
