"use client";

import { useTranslations } from "next-intl";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { DeskEnrolment } from "@/lib/registration/schemas";

type Props = { enrolments: DeskEnrolment[]; mayDrop: boolean; onDrop: (enrolment: DeskEnrolment) => void };

/** The classes the student is in, by term, each with the way out. */
export function CurrentClasses({ enrolments, mayDrop, onDrop }: Props) {
  const t = useTranslations("enrol.current");
  const status = useTranslations("registration.status");
  const words = useTranslations("classes");
  const format = useFormat();
  const terms = [...Map.groupBy(enrolments, (each) => each.termCode)];
  return (
    <section aria-labelledby="desk-current" className="overflow-hidden rounded-lg border bg-card">
      <h2 id="desk-current" className="px-4 pt-3 pb-2 font-semibold text-sm">
        {t("title")}
      </h2>
      {enrolments.length === 0 ? (
        <p className="border-t px-4 py-4 text-muted-foreground text-sm">{t("empty")}</p>
      ) : null}
      {terms.map(([term, ofTerm]) => (
        <div key={term} className="border-t">
          <h3 className="flex justify-between bg-muted/60 px-4 py-1 text-muted-foreground text-xs">
            <span>{term}</span>
            <span className="tabular">
              {t("credits", { credits: ofTerm.reduce((sum, each) => sum + each.credits, 0) })}
            </span>
          </h3>
          <ul className="divide-y">
            {ofTerm.map((each) => (
              <li key={each.id} className="flex items-start justify-between gap-3 px-4 py-2.5 text-sm">
                <div className="min-w-0">
                  <p className="font-medium">
                    <span className="whitespace-nowrap">
                      {each.code} {each.section}
                    </span>
                    <span className="ml-2 font-normal text-muted-foreground">
                      {courseTitle(each, format)}
                    </span>
                  </p>
                  <p className="text-muted-foreground">
                    {[timesText(each.times, format).join("; ") || words("noTimes"), ...each.rooms].join(
                      " · ",
                    )}
                  </p>
                </div>
                <div className="flex shrink-0 items-center gap-2">
                  {each.status === "ENROLLED" ? null : <Badge variant="warning">{status(each.status)}</Badge>}
                  {mayDrop ? (
                    <Button
                      variant="ghost"
                      size="sm"
                      aria-label={t("drop", { class: `${each.code} ${each.section}` })}
                      onClick={() => onDrop(each)}
                    >
                      {each.endsAs === "WITHDRAWN" ? t("withdrawShort") : t("dropShort")}
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
