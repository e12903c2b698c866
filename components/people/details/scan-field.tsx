"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { type Sending, sendFile } from "@/components/uploads/send-file";

/** As the purpose "people.paper" allows; the server decides by the content. */
const MEGABYTES = 10;
const ACCEPT = "application/pdf,image/jpeg,image/png,image/webp";

type Props = { name: string; label: string; help?: string | undefined; fileName: string | null };

/** The scan of a paper: sent at once, with how far it is, and kept when the paper is saved. */
export function ScanField({ name, label, help, fileName }: Props) {
  const t = useTranslations("personDetails.scan");
  const id = useId();
  const { setValue, watch } = useFormContext();
  const value = watch(name) as string | null;
  const [shown, setShown] = useState(fileName);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  async function take(file: File | undefined) {
    if (!file) return;
    setProblem(null);
    if (file.size > MEGABYTES * 1_048_576) return setProblem(t("tooLarge", { megabytes: MEGABYTES }));
    setShare(0);
    sending.current = sendFile(file, "people.paper", setShare);
    const sent = await sending.current.done;
    setShare(null);
    if (sent.ok) {
      setShown(file.name);
      setValue(name, sent.id, { shouldDirty: true });
    } else if (!sent.cancelled) setProblem(sent.message ?? t("failed"));
  }

  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-sm">{label}</span>
      {share === null ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {value && <span className="wrap-anywhere min-w-0">{shown ?? t("there")}</span>}
          <Button asChild variant="outline" size="sm">
            <label htmlFor={id} className="cursor-pointer focus-within:outline-2">
              {value ? t("replace") : t("choose")}
              <input
                id={id}
                type="file"
                className="sr-only"
                accept={ACCEPT}
                aria-label={`${label}: ${value ? t("replace") : t("choose")}`}
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
            </label>
          </Button>
          {value && (
            <Button variant="ghost" size="sm" onClick={() => setValue(name, null, { shouldDirty: true })}>
              {t("remove")}
            </Button>
          )}
        </div>
      ) : (
        <div className="flex items-center gap-3">
          <Progress className="h-2 flex-1" value={share < 1 ? share * 100 : undefined} label={t("sending")} />
          <Button variant="ghost" size="sm" onClick={() => sending.current?.cancel()}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {problem ? (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      ) : (
        help && <p className="text-muted-foreground text-sm">{help}</p>
      )}
    </div>
  );
}
