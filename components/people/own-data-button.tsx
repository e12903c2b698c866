"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { askOwnData, makeOwnData } from "@/lib/people/own-data/actions";
import type { RecordRef } from "@/lib/people/record-ref";

/** Asks for the file of everything held about oneself (`of` null) or about the person of a record. */
export function OwnDataButton({ of }: { of: RecordRef | null }) {
  const t = useTranslations("ownData.ask");
  const router = useRouter();
  const texts = {
    variant: "outline" as const,
    size: "sm" as const,
    title: t("title"),
    what: of ? t("whatOther") : t("what"),
    confirmLabel: t("confirm"),
    doneText: t("done"),
    onDone: () => router.refresh(),
    children: t("open"),
  };
  return of ? (
    <ConfirmButton action={makeOwnData} input={of} {...texts} />
  ) : (
    <ConfirmButton action={askOwnData} input={{}} {...texts} />
  );
}
