"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";
import type { ToldFinding } from "@/lib/classes/timetable/tell-placement";

const LOOKS: Record<ToldFinding["severity"], { icon: IconName; className: string }> = {
  refuse: { icon: "circle-x", className: "text-danger" },
  confirm: { icon: "users", className: "text-warning" },
  warn: { icon: "info", className: "text-muted-foreground" },
};

type Props = { findings: readonly ToldFinding[] | null; loading: boolean };

/** What stands in the way of a place, the gravest first, each with its page; told to readers as it changes. */
export function FindingList({ findings, loading }: Props) {
  const t = useTranslations("meetings");
  return (
    <div aria-live="polite" className="min-h-6 text-sm">
      {findings === null ? (
        <p className="text-muted-foreground">{loading ? t("form.checking") : null}</p>
      ) : findings.length === 0 ? (
        <p className="flex items-center gap-2 text-success">
          <Icon name="circle-check" className="size-4 shrink-0" />
          {t("form.clear")}
        </p>
      ) : (
        <ul className={cn("flex flex-col gap-1.5", loading && "opacity-60")}>
          {findings.map(({ severity, text, href }) => (
            <li key={text} className={cn("flex gap-2", LOOKS[severity].className)}>
              <Icon name={LOOKS[severity].icon} className="mt-0.5 size-4 shrink-0" />
              <span>
                <span className="sr-only">{t(`severity.${severity}`)}: </span>
                {href ? (
                  <a href={href} target="_blank" rel="noreferrer" className="underline underline-offset-2">
                    {text}
                  </a>
                ) : (
                  text
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
