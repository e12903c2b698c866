"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import type { AliasRow } from "@/lib/people/numbers/schemas";

const AliasDialog = dynamic(() => import("./alias-dialog").then((file) => file.AliasDialog), { ssr: false });

type Props = { number: number; name: string; aliases: AliasRow[]; editable: boolean };

/** Older numbers of a student, by which search finds them; added and removed with a reason. */
export function AliasList({ number, name, aliases, editable }: Props) {
  const t = useTranslations("numbers.aliases");
  const [asked, setAsked] = useState<AliasRow | "new" | null>(null);
  return (
    <Section
      framed
      title={t("title")}
      actions={
        editable && (
          <Button variant="ghost" size="sm" onClick={() => setAsked("new")}>
            {t("add")}
          </Button>
        )
      }
    >
      {aliases.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {aliases.map((row) => (
          <li key={row.id} className="flex items-center justify-between gap-3 px-4 py-cell">
            <span className="tabular font-medium">{row.alias}</span>
            {editable && (
              <Button
                variant="ghost"
                size="sm"
                data-print="hide"
                aria-label={`${t("remove")} ${row.alias}`}
                onClick={() => setAsked(row)}
              >
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <AliasDialog
          number={number}
          name={name}
          removed={asked === "new" ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
