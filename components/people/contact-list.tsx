"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { removeContact } from "@/lib/people/actions";
import type { RecordRef } from "@/lib/people/record-ref";
import type { ContactRow } from "@/lib/people/schemas";
import { CallLink, EditableList } from "./editable-list";

const ContactDialog = dynamic(() => import("./contact-dialog").then((module) => module.ContactDialog), {
  ssr: false,
});

type Props = RecordRef & { contacts: ContactRow[]; editable: boolean };

/** Whom to call: for accidents, for absence. */
export function ContactList({ of, number, contacts, editable }: Props) {
  const t = useTranslations("people.contacts");
  const relationships = useTranslations("people.relationship");
  return (
    <EditableList
      words="people.contacts"
      of={of}
      number={number}
      rows={contacts}
      editable={editable}
      nameOf={({ name }) => name}
      remove={removeContact}
      dialog={(contact, onClose) => (
        <ContactDialog of={of} number={number} contact={contact} onClose={onClose} />
      )}
    >
      {({ name, relationship, primaryPhone, isEmergency, isGeneral }) => (
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium">
            {name}{" "}
            <span className="font-normal text-muted-foreground text-sm">{relationships(relationship)}</span>
          </p>
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <CallLink phone={primaryPhone} />
            {isEmergency && <Badge variant="danger">{t("emergency")}</Badge>}
            {isGeneral && <Badge>{t("general")}</Badge>}
          </p>
        </div>
      )}
    </EditableList>
  );
}
