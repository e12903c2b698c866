"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { removeContact } from "@/lib/people/actions";
import { removeOwnContact } from "@/lib/people/own/actions";
import type { RecordRef } from "@/lib/people/record-ref";
import type { ContactRow } from "@/lib/people/schemas";
import { CallLink, EditableList } from "./editable-list";

const ContactDialog = dynamic(() => import("./contact-dialog").then((module) => module.ContactDialog), {
  ssr: false,
});

type Props = RecordRef & {
  contacts: ContactRow[];
  editable: boolean;
  /** Whether the reader changes the own record, which needs no right over others. */
  own?: boolean;
};

/** Whom to call: for accidents, for absence. */
export function ContactList({ of, number, contacts, editable, own = false }: Props) {
  const t = useTranslations("people.contacts");
  const relationships = useTranslations("people.relationship");
  return (
    <EditableList
      words="people.contacts"
      owner={{ of, number }}
      rows={contacts}
      editable={editable}
      nameOf={({ name }) => name}
      remove={own ? removeOwnContact : removeContact}
      dialog={(contact, onClose) => (
        <ContactDialog of={of} number={number} own={own} contact={contact} onClose={onClose} />
      )}
    >
      {({ name, relationship, primaryPhone, secondaryPhone, email, address, ...uses }) => (
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium">
            {name}{" "}
            <span className="font-normal text-muted-foreground text-sm">{relationships(relationship)}</span>
          </p>
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <CallLink phone={primaryPhone} />
            {secondaryPhone && <CallLink phone={secondaryPhone} />}
            {email && (
              <a href={`mailto:${email}`} className="wrap-anywhere hover:underline">
                {email}
              </a>
            )}
            {uses.isLegalGuardian && <Badge variant="info">{t("guardian")}</Badge>}
            {uses.isEmergency && <Badge variant="danger">{t("emergency")}</Badge>}
            {uses.isGeneral && <Badge>{t("general")}</Badge>}
          </p>
          {address && <p className="text-muted-foreground text-sm">{address}</p>}
        </div>
      )}
    </EditableList>
  );
}
