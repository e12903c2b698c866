"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { Radio } from "@/components/ui/checkbox";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast-store";
import { PHOTO_CROPS, PHOTO_TYPES, type PhotoCrop } from "@/lib/people/photos/rules";
import type { RecordRef } from "@/lib/people/record-ref";
import { sendPicture } from "./send-picture";

type Props = { of: RecordRef | null; name?: string | undefined; onClose(): void };

/** Takes a picture from the disk or the camera, shows what will be kept of it, and keeps it. */
export function PhotoDialog({ of, name, onClose }: Props) {
  const t = useTranslations("photos.upload");
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [crop, setCrop] = useState<PhotoCrop>("attention");
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<"reading" | "saving" | null>(null);
  const newest = useRef(0);

  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown]);

  async function look(next: File, part: PhotoCrop): Promise<void> {
    newest.current += 1;
    const turn = newest.current;
    setFile(next);
    setCrop(part);
    setProblem(null);
    setBusy("reading");
    const answer = await sendPicture(next, { of, crop: part, preview: true });
    if (turn !== newest.current) return;
    setBusy(null);
    if (answer.ok && answer.picture) setShown(URL.createObjectURL(answer.picture));
    else {
      setFile(null);
      setShown(null);
      setProblem(answer.message ?? t("failed"));
    }
  }

  async function save(): Promise<void> {
    if (!file || busy) return;
    setBusy("saving");
    setProblem(null);
    const answer = await sendPicture(file, { of, crop, preview: false });
    setBusy(null);
    if (!answer.ok) return setProblem(answer.message ?? t("failed"));
    onClose();
    toast.success(of ? t("done") : t("doneOwn"));
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={name ? t("for", { name }) : t("own")}
    >
      {problem ? <Alert variant="danger">{problem}</Alert> : null}
      <div className="flex flex-wrap items-start gap-5">
        <div
          aria-live="polite"
          className="grid h-[180px] w-40 shrink-0 place-items-center overflow-hidden rounded-md border bg-muted text-center text-muted-foreground text-xs"
        >
          {busy === "reading" ? (
            t("reading")
          ) : shown ? (
            // biome-ignore lint/performance/noImgElement: a picture that exists in this browser only
            <img src={shown} alt={t("preview")} width={160} height={180} />
          ) : (
            <Icon name="user" className="size-10" />
          )}
        </div>
        <div className="grid min-w-0 flex-1 basis-48 gap-3">
          <div className="flex flex-wrap gap-2">
            <Chooser label={file ? t("another") : t("choose")} onFile={(next) => look(next, crop)} />
            <span className="hidden touch:inline-flex">
              <Chooser label={t("camera")} camera onFile={(next) => look(next, crop)} />
            </span>
          </div>
          {file ? (
            <fieldset className="grid gap-1.5 text-sm">
              <legend className="mb-1 font-medium">{t("crop")}</legend>
              {PHOTO_CROPS.map((each) => (
                // biome-ignore lint/a11y/noLabelWithoutControl: the control is the radio button inside.
                <label key={each} className="flex items-center gap-2">
                  <Radio name="crop" checked={crop === each} onChange={() => void look(file, each)} />
                  {t(`crops.${each}`)}
                </label>
              ))}
            </fieldset>
          ) : null}
          <p className="text-muted-foreground text-sm">{t("help")}</p>
        </div>
      </div>
      <DialogFooter>
        <Button
          disabled={!shown || busy === "reading"}
          pending={busy === "saving"}
          onClick={() => void save()}
        >
          {t("save")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Chooser({ label, camera, onFile }: { label: string; camera?: boolean; onFile(file: File): void }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`${buttonVariants({ variant: "outline" })} cursor-pointer focus-within:outline-2`}
    >
      <Icon name={camera ? "monitor" : "upload"} />
      {label}
      <input
        id={id}
        type="file"
        className="sr-only"
        accept={PHOTO_TYPES.join()}
        capture={camera ? "user" : undefined}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
