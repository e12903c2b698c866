"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { restorePhoto, skipReminder, verifyPhotos } from "@/lib/people/photos/actions";

const RejectDialog = dynamic(() => import("./reject-photo-dialog").then((module) => module.RejectDialog), {
  ssr: false,
});

type Photo = { id: number; version: number };

/** What staff do with a current photo: say that it is right, or not take it; whether its owner is reminded. */
export function CurrentPhotoActions({
  id,
  version,
  verified,
  skipped,
}: Photo & { verified: boolean /** Null where nobody is reminded anyway. */; skipped: boolean | null }) {
  const t = useTranslations("photos.actions");
  const router = useRouter();
  const verify = useAction(verifyPhotos, {
    onSuccess() {
      toast.success(t("verifyDone"));
      router.refresh();
    },
  });
  const skip = useAction(skipReminder, {
    onSuccess() {
      toast.success(skipped ? t("remindDone") : t("skipDone"));
      router.refresh();
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      {verified ? null : (
        <Button size="sm" pending={verify.pending} onClick={() => void verify.run({ ids: [id] })}>
          {t("verify")}
        </Button>
      )}
      <RejectPhoto id={id} version={version} />
      {skipped === null ? null : (
        <Button
          size="sm"
          variant="ghost"
          pending={skip.pending}
          onClick={() => void skip.run({ id, version, skip: !skipped })}
        >
          {skipped ? t("remind") : t("skip")}
        </Button>
      )}
    </div>
  );
}

/** Asks why a photo is not taken. */
export function RejectPhoto({ id, version }: Photo) {
  const t = useTranslations("photos.actions");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="outline" onClick={() => setOpen(true)}>
        {t("reject")}
      </Button>
      {open ? <RejectDialog id={id} version={version} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Shows an earlier photo again. */
export function RestorePhoto({ id, version }: Photo) {
  const t = useTranslations("photos.actions");
  const router = useRouter();
  return (
    <ConfirmButton
      action={restorePhoto}
      input={{ id, version }}
      size="sm"
      variant="outline"
      title={t("restoreTitle")}
      what={t("restoreWhat")}
      confirmLabel={t("restore")}
      doneText={t("restoreDone")}
      onDone={() => router.refresh()}
    >
      {t("restore")}
    </ConfirmButton>
  );
}
