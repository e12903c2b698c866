"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Progress } from "@/components/ui/progress";
import { sendFile } from "@/components/uploads/send-file";
import { takeArchive } from "@/lib/people/photos/actions";
import { packFiles } from "@/lib/people/photos/pack";

type Props = { purpose: string; maxBytes: number };

/** Takes an archive, or many pictures that it packs into one, and has them taken in. */
export function PhotoDrop({ purpose, maxBytes }: Props) {
  const t = useTranslations("photos.bulk");
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState<string | null>(null);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const { run } = useAction(takeArchive, { onSuccess: () => router.refresh() });

  async function take(files: File[]): Promise<void> {
    if (busy || files.length === 0) return;
    setProblem(null);
    if (files.reduce((sum, file) => sum + file.size, 0) > maxBytes) return setProblem(t("tooLarge"));
    const [first] = files;
    const isArchive = files.length === 1 && first && /\.zip$/i.test(first.name);
    setShare(undefined);
    setBusy(t("packing", { count: files.length }));
    const archive = isArchive ? first : new File([await packFiles(files)], "photos.zip");
    setBusy(t("sending"));
    const sent = await sendFile(archive, purpose, setShare).done;
    if (sent.ok) await run({ fileId: sent.id });
    else setProblem(sent.message ?? t("failed"));
    setBusy(null);
  }

  return (
    <div className="grid gap-3">
      {problem ? <Alert variant="danger">{problem}</Alert> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
        className={cn(
          "grid min-h-48 place-items-center rounded-lg border-2 border-dashed bg-card px-6 py-8 text-center",
          over ? "border-primary bg-accent" : "border-input",
        )}
      >
        {busy ? (
          <div className="grid w-full max-w-md gap-3" aria-live="polite">
            <p className="font-medium">{busy}</p>
            <Progress className="h-2" value={share === undefined ? undefined : share * 100} label={busy} />
          </div>
        ) : (
          <div className="grid justify-items-center gap-3">
            <Icon name="upload" className="size-8 text-muted-foreground" />
            <p className="hidden font-medium sm:block">{t("drop")}</p>
            <label
              htmlFor={id}
              className={cn(buttonVariants({ size: "lg" }), "cursor-pointer focus-within:outline-2")}
            >
              {t("choose")}
              <input
                id={id}
                type="file"
                multiple
                className="sr-only"
                accept=".zip,image/jpeg,image/png,image/webp"
                onChange={(event) => {
                  void take([...(event.target.files ?? [])]);
                  event.target.value = "";
                }}
              />
            </label>
            <p className="max-w-sm text-muted-foreground text-sm">{t("help")}</p>
          </div>
        )}
      </div>
    </div>
  );
}
