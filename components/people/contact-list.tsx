"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { removeContact } from "@/lib/people/actions";
import type { ContactRow } from "@/lib/people/schemas";

const ContactDialog = dynamic(() => import("./contact-dialog").then((module) => module.ContactDialog), {
  ssr: false,
});

type Props = { number: number; contacts: ContactRow[]; editable: boolean };

/** Whom to call: for accidents, for absence. */
export function ContactList({ number, contacts, editable }: Props) {
  const t = useTranslations("people.contacts");
  const relationships = useTranslations("people.relationship");
  const router = useRouter();
  const [edited, setEdited] = useState<ContactRow | "new" | null>(null);
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
      {contacts.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {contacts.map((contact) => (
          <li key={contact.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">
                {contact.name}{" "}
                <span className="font-normal text-muted-foreground text-sm">
                  {relationships(contact.relationship)}
                </span>
              </p>
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <a
                  href={`tel:${contact.primaryPhone.replace(/[^\d+]/g, "")}`}
                  className="tabular hover:underline"
                >
                  {contact.primaryPhone}
                </a>
                {contact.isEmergency && <Badge variant="danger">{t("emergency")}</Badge>}
                {contact.isGeneral && <Badge>{t("general")}</Badge>}
              </p>
            </div>
            {editable && (
              <span className="flex gap-1" data-print="hide">
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => setEdited(contact)}
                  aria-label={`${t("edit")} ${contact.name}`}
                >
                  {t("editShort")}
                </Button>
                <ConfirmButton
                  variant="ghost"
                  size="sm"
                  action={removeContact}
                  input={{ number, id: contact.id, version: contact.version }}
                  title={t("removeTitle", { name: contact.name })}
                  what={t("removeWhat")}
                  confirmLabel={t("removeConfirm")}
                  doneText={t("removed")}
                  onDone={() => router.refresh()}
                  aria-label={t("removeTitle", { name: contact.name })}
                  destructive
                >
                  {t("remove")}
                </ConfirmButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <ContactDialog
          number={number}
          contact={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
