"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { lastDay, stateOn } from "@/lib/curriculum/courses/rules";
import type { EquivalenceRow } from "@/lib/curriculum/courses/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const AddDialog = dynamic(() => import("./equivalence-dialogs").then((module) => module.AddDialog), {
  ssr: false,
});
const EndDialog = dynamic(() => import("./equivalence-dialogs").then((module) => module.EndDialog), {
  ssr: false,
});

type Props = { code: string; title: string; rows: EquivalenceRow[]; today: string; editable: boolean };

/** Courses that count for this one or for which it counts, with who approved it and its days. */
export function EquivalenceList({ code, title, rows, today, editable }: Props) {
  const t = useTranslations("courses.equivalences");
  const format = useFormat();
  const [open, setOpen] = useState<EquivalenceRow | "new" | null>(null);
  return (
    <Section
      title={t("title")}
      detail={rows.length}
      framed
      actions={
        editable && (
          <Button variant="ghost" size="sm" onClick={() => setOpen("new")}>
            {t("add")}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ul className="divide-y">
          {rows.map((row) => {
            const state = stateOn(row, today);
            const ends = lastDay(row.validTo);
            return (
              <li key={row.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-cell text-sm">
                <div className="min-w-0 flex-1">
                  <p className="text-muted-foreground">{t(`direction.${row.direction}`, { code })}</p>
                  <Link
                    href={`/courses/${row.code}/requisites`}
                    prefetch={false}
                    className="link font-medium"
                  >
                    <span className="tabular">{row.code}</span>{" "}
                    {format.words({ en: row.title, km: row.titleKm ?? row.title })}
                  </Link>
                  <p>{row.reason}</p>
                  <p className="text-muted-foreground">
                    {t("approved", { name: row.approvedBy, day: format.date(row.approvedOn) })}
                    {" · "}
                    {ends
                      ? t("fromTo", { from: format.date(row.validFrom), to: format.date(ends) })
                      : t("from", { from: format.date(row.validFrom) })}
                  </p>
                </div>
                {state === "current" ? null : (
                  <Badge variant={state === "coming" ? "info" : "outline"}>{t(`states.${state}`)}</Badge>
                )}
                {editable && state !== "ended" && (
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={`${t("end")} ${row.code}`}
                    onClick={() => setOpen(row)}
                  >
                    {t("end")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {open === "new" && <AddDialog code={code} title={title} today={today} onClose={() => setOpen(null)} />}
      {open !== null && open !== "new" && (
        <EndDialog code={code} row={open} today={today} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
