"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { removeScale } from "@/lib/curriculum/scales/actions";

/** Takes a version back by which no grade was given. */
export function RemoveScale({ id, version, name }: { id: number; version: number; name: string }) {
  const t = useTranslations("scales");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="ghost"
      action={removeScale}
      input={{ id, version }}
      title={t("removeTitle", { name })}
      what={t("removeWhat")}
      confirmLabel={t("removeConfirm")}
      doneText={t("removed")}
      onDone={() => {
        router.push("/scales");
        router.refresh();
      }}
      destructive
    >
      {t("remove")}
    </ConfirmButton>
  );
}
