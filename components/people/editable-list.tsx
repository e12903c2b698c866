"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { loose } from "@/lib/platform/i18n/explain-text";

type Entry = { id: number; version: number };
/** Lists of the tab "Person". */
export type DetailWords = "addresses" | "papers" | "schooling" | "employments" | "relations" | "monkPeriods";

type Props<Row extends Entry, Owner extends object> = {
  /** Namespace of the texts: title, add, none, edit, editShort, remove… */
  words:
    | "people.phones"
    | "people.contacts"
    | "colleagues.qualifications"
    | "draftTimetable.wishes"
    | `personDetails.${DetailWords}`;
  /** Whose list it is: the record that it stands on, or the person. */
  owner: Owner;
  rows: Row[];
  editable: boolean;
  /** What an entry is called in questions and for those who hear the page. */
  nameOf(row: Row): string;
  remove(input: Owner & Entry, meta?: ActionMeta): Promise<ActionResult<unknown>>;
  children(row: Row): ReactNode;
  /** The form of an entry, or of a new one. */
  dialog(row: Row | null, onClose: () => void): ReactNode;
};

/** A short list of a person's record that is added to, changed and shortened where it stands. */
export function EditableList<Row extends Entry, Owner extends object>(props: Props<Row, Owner>) {
  const { words, owner, rows, editable, nameOf, remove, children, dialog } = props;
  const t = loose(useTranslations(words));
  const router = useRouter();
  const [edited, setEdited] = useState<Row | "new" | null>(null);
  return (
    <Section
      title={t("title")}
      framed
      actions={
        editable && (
          <Button variant="ghost" size="sm" onClick={() => setEdited("new")}>
            {t("add")}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell">
            {children(row)}
            {editable && (
              <span className="ml-auto flex gap-1" data-print="hide">
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => setEdited(row)}
                  aria-label={`${t("edit")} ${nameOf(row)}`}
                >
                  {t("editShort")}
                </Button>
                <ConfirmButton
                  variant="ghost"
                  size="sm"
                  action={remove}
                  input={{ ...owner, id: row.id, version: row.version }}
                  title={t("removeTitle", { name: nameOf(row) })}
                  what={t("removeWhat")}
                  confirmLabel={t("removeConfirm")}
                  doneText={t("removed")}
                  onDone={() => router.refresh()}
                  // Begins with what is read on it, so that it can be called by voice.
                  aria-label={`${t("remove")} ${nameOf(row)}`}
                  destructive
                >
                  {t("remove")}
                </ConfirmButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && dialog(edited === "new" ? null : edited, () => setEdited(null))}
    </Section>
  );
}

/** A telephone number that dials. */
export function CallLink({ phone, className }: { phone: string; className?: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className={`tabular hover:underline ${className ?? ""}`}>
      {phone}
    </a>
  );
}
