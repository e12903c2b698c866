"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { removePhone } from "@/lib/people/actions";
import type { PhoneRow } from "@/lib/people/schemas";

const PhoneDialog = dynamic(() => import("./phone-dialog").then((module) => module.PhoneDialog), {
  ssr: false,
});

type Props = { number: number; phones: PhoneRow[]; editable: boolean };

/** The telephone numbers of a student; the preferred one first. */
export function PhoneList({ number, phones, editable }: Props) {
  const t = useTranslations("people.phones");
  const router = useRouter();
  const [edited, setEdited] = useState<PhoneRow | "new" | null>(null);
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
      {phones.length === 0 && <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>}
      <ul className="divide-y">
        {phones.map((phone) => (
          <li key={phone.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell">
            <a
              href={`tel:${phone.phone.replace(/[^\d+]/g, "")}`}
              className="tabular font-medium hover:underline"
            >
              {phone.phone}
            </a>
            {phone.isPreferred && <Badge variant="success">{t("preferred")}</Badge>}
            {phone.isTelegram && <Badge variant="info">{t("telegram")}</Badge>}
            {phone.comment && <span className="text-muted-foreground text-sm">{phone.comment}</span>}
            {editable && (
              <span className="ml-auto flex gap-1" data-print="hide">
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => setEdited(phone)}
                  aria-label={`${t("edit")} ${phone.phone}`}
                >
                  {t("editShort")}
                </Button>
                <ConfirmButton
                  variant="ghost"
                  size="sm"
                  action={removePhone}
                  input={{ number, id: phone.id, version: phone.version }}
                  title={t("removeTitle", { phone: phone.phone })}
                  what={t("removeWhat")}
                  confirmLabel={t("removeConfirm")}
                  doneText={t("removed")}
                  onDone={() => router.refresh()}
                  aria-label={t("removeTitle", { phone: phone.phone })}
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
        <PhoneDialog
          number={number}
          phone={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
