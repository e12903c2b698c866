"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { previewFacts } from "@/lib/messages/actions";
import type { FactValues } from "@/lib/messages/facts";
import { EXAMPLE } from "./example";
import { PreviewText } from "./preview-text";
import type { Typed } from "./template-form";

/** How the message will read, as it is typed: with an invented student, or with one who is chosen by number. */
export function TemplatePreview() {
  const t = useTranslations("mailings.template");
  const { watch } = useFormContext<Typed>();
  const typed = watch();
  const id = useId();
  const [number, setNumber] = useState("");
  const [values, setValues] = useState<{ en: FactValues; km: FactValues }>(EXAMPLE);
  const { run, pending, error } = useAction(previewFacts, { onSuccess: setValues, onError: () => true });
  const chosen = values === EXAMPLE ? null : values.en.latin_name;
  const show = () => {
    if (/^\d+$/.test(number.trim())) void run({ number: Number(number) });
  };
  return (
    <section aria-labelledby={`${id}title`} className="grid gap-3">
      <h2 id={`${id}title`} className="font-semibold text-sm">
        {t("preview")}
      </h2>
      <div className="flex flex-wrap items-end gap-2">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}number`}>{t("previewOf")}</Label>
          <Input
            id={`${id}number`}
            inputMode="numeric"
            autoComplete="off"
            className="tabular w-36"
            value={number}
            aria-describedby={`${id}help`}
            aria-invalid={error ? true : undefined}
            onChange={(event) => setNumber(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              // The form around it would be sent otherwise.
              event.preventDefault();
              show();
            }}
          />
        </div>
        <Button type="button" variant="outline" pending={pending} onClick={show}>
          {t("show")}
        </Button>
      </div>
      <p
        id={`${id}help`}
        role="status"
        className={error ? "text-danger text-sm" : "text-muted-foreground text-sm"}
      >
        {error ? error.message : chosen ? t("shownFor", { name: chosen }) : t("example")}
      </p>
      <div className="grid gap-3">
        <PreviewText
          lang="km"
          label={t("khmer")}
          subject={typed.subjectKm}
          body={typed.bodyKm}
          values={values.km}
        />
        <PreviewText
          lang="en"
          label={t("english")}
          subject={typed.subjectEn}
          body={typed.bodyEn}
          values={values.en}
        />
      </div>
    </section>
  );
}
