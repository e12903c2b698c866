"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { sendFile } from "@/components/uploads/send-file";
import { createImport } from "@/lib/operations/import-actions";

type Texts = Record<"title" | "help" | "label" | "submit" | "failed" | "fileName", string>;
type Props = { kind: string; path: string; purpose: string; texts: Texts };

/** Takes rows that were copied from a spreadsheet or a page: they become a file and go the way of every list. */
export function PasteBox({ kind, path, purpose, texts }: Props) {
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { run } = useAction(createImport, {
    onSuccess: ({ id: made }) => router.push(`${path}/${made}`),
    onError: () => {
      setSending(false);
      return false;
    },
  });

  async function send(): Promise<void> {
    if (!text.trim() || sending) return;
    setProblem(null);
    setSending(true);
    const file = new File([`${text.trim()}\n`], texts.fileName, { type: "text/csv" });
    const sent = await sendFile(file, purpose, () => {}).done;
    if (sent.ok) await run({ fileId: sent.id, kind });
    else {
      setSending(false);
      setProblem(sent.message ?? texts.failed);
    }
  }

  return (
    <details className="rounded-lg border bg-card px-5 py-3 text-sm">
      <summary className="cursor-pointer font-medium">{texts.title}</summary>
      <div className="grid gap-3 pt-3 pb-1">
        {problem ? <Alert variant="danger">{problem}</Alert> : null}
        <label htmlFor={id} className="sr-only">
          {texts.label}
        </label>
        <Textarea
          id={id}
          rows={8}
          value={text}
          aria-describedby={`${id}-help`}
          spellCheck={false}
          className="font-mono text-xs"
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-help`} className="text-muted-foreground">
          {texts.help}
        </p>
        <div>
          <Button pending={sending} disabled={!text.trim()} onClick={() => void send()}>
            {texts.submit}
          </Button>
        </div>
      </div>
    </details>
  );
}
