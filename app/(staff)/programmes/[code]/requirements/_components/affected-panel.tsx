"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { addDays } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { Affected } from "@/lib/studies/requirements/schemas";
import { useAffected } from "./use-affected";

type Props = {
  programme: string;
  from: string;
  /** The number of students that the person confirmed; 0 until then. */
  onConfirm(count: number): void;
  onDay(day: string): void;
};

/** Who is affected by a change of the list from a day on: counts by catalogue date, the way to the names, and a yes. */
export function AffectedPanel({ programme, from, onConfirm, onDay }: Props) {
  const t = useTranslations("catalogue.affected");
  const { state, affected } = useAffected(programme, from);
  const confirm = useRef(onConfirm);
  confirm.current = onConfirm;
  // Another day concerns others: what was confirmed before counts no more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day is what changes.
  useEffect(() => confirm.current(0), [from]);
  return (
    <section aria-label={t("title")} aria-live="polite" className="rounded-md border px-3.5 py-2.5 text-sm">
      <h3 className="font-medium">{t("title")}</h3>
      {state === "loading" && <p className="text-muted-foreground">{t("loading")}</p>}
      {state === "failed" && <p className="text-danger">{t("failed")}</p>}
      {affected && (
        <Told
          key={affected.from}
          programme={programme}
          affected={affected}
          onConfirm={onConfirm}
          onDay={onDay}
        />
      )}
    </section>
  );
}

/** Catalogue dates that are named; of the others only the number. */
const NAMED = 5;

function Told({ programme, affected, onConfirm, onDay }: { affected: Affected } & Omit<Props, "from">) {
  const t = useTranslations("catalogue.affected");
  const format = useFormat();
  const id = useId();
  const [checked, setChecked] = useState(false);
  const { changes, keeps, completed, completedOn, dates, from } = affected;
  if (completedOn !== null) {
    const day = addDays(completedOn, 1);
    return (
      <Alert variant="danger" className="mt-2">
        <p>{t("completed", { count: completed, day: format.date(day) })}</p>
        <Button variant="outline" size="sm" className="mt-2" onClick={() => onDay(day)}>
          {t("useDay", { day: format.date(day) })}
        </Button>
      </Alert>
    );
  }
  if (changes === 0) return <p className="text-muted-foreground">{t("nobody", { count: keeps })}</p>;
  return (
    <>
      <p>{t("changes", { count: changes })}</p>
      <ul className="my-1 list-disc pl-5">
        {dates.slice(0, NAMED).map(({ catalogueDate, students }) => (
          <li key={catalogueDate}>{t("date", { count: students, day: format.date(catalogueDate) })}</li>
        ))}
        {dates.length > NAMED && <li>{t("more", { count: dates.length - NAMED })}</li>}
      </ul>
      <p className="text-muted-foreground">{t("keeps", { count: keeps })}</p>
      <p>
        <a
          href={`/programmes/${programme}/students?from=${from}`}
          target="_blank"
          rel="noreferrer"
          className="link"
        >
          {t("see")}
        </a>
      </p>
      <label htmlFor={id} className="mt-2 flex cursor-pointer items-start gap-2.5">
        <Checkbox
          id={id}
          checked={checked}
          onChange={(event) => {
            setChecked(event.target.checked);
            onConfirm(event.target.checked ? changes : 0);
          }}
        />
        <span>{t("confirm", { count: changes })}</span>
      </label>
    </>
  );
}
