"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { fieldId, useFormState } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { type Sending, sendFile } from "@/components/uploads/send-file";

export type Limits = { megabytes: number; count: number };
type Sent = { id: string; name: string };

const ACCEPT = "application/pdf,image/jpeg,image/png";
const DOOR = "/api/v1/people/proofs";

/** Pictures and scans that prove what is asked for: each is sent at once, with how far it is. */
export function ProofField({ name, limits }: { name: string; limits: Limits }) {
  const t = useTranslations("changeRequests.ask");
  const { id, labels } = useFormState();
  const { setValue, getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  const [files, setFiles] = useState<Sent[]>([]);
  const [under, setUnder] = useState<{ name: string; share: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  const control = fieldId(id, name);
  labels.set(name, t("proofs"));
  useEffect(() => () => sending.current?.cancel(), []);

  function keep(next: Sent[]) {
    setFiles(next);
    setValue(
      name,
      next.map((file) => file.id),
      { shouldDirty: true, shouldValidate: next.length > 0 },
    );
  }

  async function take(file: File | undefined) {
    if (!file || under) return;
    setProblem(null);
    if (file.size > limits.megabytes * 1_048_576)
      return setProblem(t("tooLarge", { megabytes: limits.megabytes }));
    setUnder({ name: file.name, share: 0 });
    sending.current = sendFile(file, "people.proof", (share) => setUnder({ name: file.name, share }), DOOR);
    const sent = await sending.current.done;
    setUnder(null);
    if (sent.ok) keep([...files, { id: sent.id, name: file.name }]);
    else if (!sent.cancelled) setProblem(sent.message ?? t("failed"));
  }

  const wrong = problem ?? error?.message;
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={`${control}-help`}>
      <legend className="mb-1.5 font-medium text-sm">{t("proofs")}</legend>
      {files.length > 0 && (
        <ul className="divide-y rounded-md border">
          {files.map((file) => (
            <li key={file.id} className="flex items-center justify-between gap-2 px-3 py-1.5 text-sm">
              <span className="wrap-anywhere min-w-0">{file.name}</span>
              <Button
                variant="ghost"
                size="sm"
                aria-label={t("removeOf", { name: file.name })}
                onClick={() => keep(files.filter((each) => each.id !== file.id))}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {under && (
        <Progress
          className="h-2"
          value={under.share < 1 ? under.share * 100 : undefined}
          label={t("sending", { name: under.name })}
        />
      )}
      {files.length < limits.count && !under && (
        <Button asChild variant="outline" className="self-start touch:h-11">
          <label htmlFor={control} className="cursor-pointer focus-within:outline-2">
            {t("choose")}
            <input
              id={control}
              type="file"
              className="sr-only"
              accept={ACCEPT}
              aria-invalid={wrong ? true : undefined}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
        </Button>
      )}
      <p id={`${control}-help`} className="text-muted-foreground text-sm">
        {t("proofsHelp", limits)}
      </p>
      {wrong && (
        <p role="alert" className="text-danger text-sm">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
