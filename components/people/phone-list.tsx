"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { removePhone } from "@/lib/people/actions";
import { removeOwnPhone } from "@/lib/people/own/actions";
import type { RecordRef } from "@/lib/people/record-ref";
import type { PhoneRow } from "@/lib/people/schemas";
import { CallLink, EditableList } from "./editable-list";

const PhoneDialog = dynamic(() => import("./phone-dialog").then((module) => module.PhoneDialog), {
  ssr: false,
});

type Props = RecordRef & {
  phones: PhoneRow[];
  editable: boolean;
  /** Whether the reader changes the own record, which needs no right over others. */
  own?: boolean;
};

/** The telephone numbers of a person; the preferred one first. */
export function PhoneList({ of, number, phones, editable, own = false }: Props) {
  const t = useTranslations("people.phones");
  return (
    <EditableList
      words="people.phones"
      owner={{ of, number }}
      rows={phones}
      editable={editable}
      nameOf={({ phone }) => phone}
      remove={own ? removeOwnPhone : removePhone}
      dialog={(phone, onClose) => (
        <PhoneDialog of={of} number={number} own={own} phone={phone} onClose={onClose} />
      )}
    >
      {({ phone, isPreferred, isTelegram, comment }) => (
        <>
          <CallLink phone={phone} className="font-medium" />
          {isPreferred && <Badge variant="success">{t("preferred")}</Badge>}
          {isTelegram && <Badge variant="info">{t("telegram")}</Badge>}
          {comment && <span className="text-muted-foreground text-sm">{comment}</span>}
        </>
      )}
    </EditableList>
  );
}
