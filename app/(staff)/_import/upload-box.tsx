"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { type Sending, sendFile } from "@/components/uploads/send-file";
import { createImport } from "@/lib/operations/import-actions";

type Texts = Record<
  | "drop"
  | "dropNow"
  | "choose"
  | "help"
  | "sending"
  | "checking"
  | "failed"
  | "tooLarge"
  | "empty"
  | "cancel",
  string
>;

/** `icon` and texts come from the server; \u0001 in a text stands for the name of the file. */
type Props = { kind: string; path: string; purpose: string; maxBytes: number; icon: ReactNode; texts: Texts };

/** Takes a list by drop, by choice or from a phone, and leads on to its import. */
export function UploadBox({ kind, path, purpose, maxBytes, icon, texts }: Props) {
  const router = useRouter();
  const inputId = useId();
  const sending = useRef<Sending | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const { run } = useAction(createImport, {
    onSuccess: ({ id }) => router.push(`${path}/${id}`),
    onError: () => {
      setName(null);
      return false;
    },
  });

  async function take(file: File | undefined): Promise<void> {
    if (!file || name) return;
    setProblem(null);
    if (file.size > maxBytes) return setProblem(texts.tooLarge);
    if (file.size === 0) return setProblem(texts.empty);
    setName(file.name);
    setShare(0);
    sending.current = sendFile(file, purpose, setShare);
    const sent = await sending.current.done;
    if (sent.ok) await run({ fileId: sent.id, kind });
    else {
      setName(null);
      if (!sent.cancelled) setProblem(sent.message ?? texts.failed);
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  const arrived = share >= 1;
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
        onDrop={drop}
        className={cn(
          "grid min-h-56 place-items-center rounded-lg border-2 border-dashed bg-card px-6 py-8 text-center transition-colors",
          over ? "border-primary bg-accent" : "border-input",
        )}
      >
        {name ? (
          <div className="grid w-full max-w-md justify-items-center gap-3" aria-live="polite">
            <p className="max-w-full truncate font-medium">
              {(arrived ? texts.checking : texts.sending).replace("\u0001", name)}
            </p>
            <Progress
              className="h-2"
              value={arrived ? undefined : share * 100}
              label={texts.sending.replace("\u0001", name)}
            />
            {arrived ? null : (
              <Button variant="ghost" size="sm" onClick={() => sending.current?.cancel()}>
                {texts.cancel}
              </Button>
            )}
          </div>
        ) : (
          <div className="grid justify-items-center gap-3">
            <span className="text-muted-foreground">{icon}</span>
            <p className="hidden font-medium sm:block">{over ? texts.dropNow : texts.drop}</p>
            <Button asChild size="lg">
              <label htmlFor={inputId} className="cursor-pointer focus-within:outline-2">
                {texts.choose}
                <input
                  id={inputId}
                  type="file"
                  className="sr-only"
                  accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                  onChange={(event) => {
                    void take(event.target.files?.[0]);
                    event.target.value = "";
                  }}
                />
              </label>
            </Button>
            <p className="max-w-sm text-muted-foreground text-sm">{texts.help}</p>
          </div>
        )}
      </div>
    </div>
  );
}
