"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { ToldBulkRow } from "@/lib/registration/schemas";

const GOOD: ReadonlySet<ToldBulkRow["outcome"]> = new Set(["enrolled", "accepted", "already"]);

/** What became of each pasted number, those that need a hand first. */
export function BulkResultList({ rows }: { rows: ToldBulkRow[] }) {
  const t = useTranslations("registration.outcome");
  const format = useFormat();
  const sorted = rows.toSorted((a, b) => Number(GOOD.has(a.outcome)) - Number(GOOD.has(b.outcome)));
  return (
    <ul className="max-h-[45vh] divide-y overflow-y-auto rounded-md border" aria-live="polite">
      {sorted.map((row, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a number may stand twice in the list.
          key={`${row.typed}-${index}`}
          className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 px-3 py-2 text-sm"
        >
          <span className="tabular">{row.typed}</span>
          <span>
            {row.familyName !== null && row.personalName !== null
              ? format.name({
                  familyName: row.familyName,
                  personalName: row.personalName,
                  khmerFamilyName: row.khmerFamilyName,
                  khmerPersonalName: row.khmerPersonalName,
                })
              : "—"}
          </span>
          <Badge variant={GOOD.has(row.outcome) ? "success" : "danger"}>{t(row.outcome)}</Badge>
          {row.why?.reasons.map((reason) => (
            <span key={reason.text} className="col-start-2 col-end-4 text-muted-foreground">
              {reason.text}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
