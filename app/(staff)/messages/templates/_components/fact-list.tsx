"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { FACT_NAMES } from "@/lib/messages/facts";
import type { Typed } from "./template-form";

const TEXTS = ["subjectEn", "bodyEn", "subjectKm", "bodyKm"] as const;
type TextName = (typeof TEXTS)[number];
type Place = { name: TextName; from: number; to: number };

const isText = (name: string): name is TextName => (TEXTS as readonly string[]).includes(name);

/** The facts that a text may ask for; choosing one puts its place where the person was writing. */
export function FactList() {
  const t = useTranslations("mailings");
  const { setValue, getValues, setFocus } = useFormContext<Typed>();
  const last = useRef<Place>({ name: "bodyKm", from: 0, to: 0 });

  useEffect(() => {
    // Where the caret was when the field was left: the button takes the focus.
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      if (!isText(target.name)) return;
      last.current = { name: target.name, from: target.selectionStart ?? 0, to: target.selectionEnd ?? 0 };
    };
    document.addEventListener("focusout", remember);
    return () => document.removeEventListener("focusout", remember);
  }, []);

  function insert(place: string) {
    const { name, from, to } = last.current;
    const text = getValues(name);
    setValue(name, text.slice(0, from) + place + text.slice(to), { shouldDirty: true, shouldTouch: true });
    setFocus(name);
    const field = document.querySelector<HTMLTextAreaElement>(`[name="${name}"]`);
    const caret = from + place.length;
    field?.setSelectionRange(caret, caret);
    last.current = { name, from: caret, to: caret };
  }

  return (
    <fieldset className="rounded-lg border bg-card px-4 py-3">
      <legend className="px-1 font-medium text-sm">{t("template.facts")}</legend>
      <p className="mb-2 text-muted-foreground text-sm">{t("template.factsHelp")}</p>
      <ul className="flex flex-wrap gap-1.5">
        {FACT_NAMES.map((fact) => (
          <li key={fact}>
            <button
              type="button"
              title={`{{${fact}}}`}
              className="rounded-sm border bg-background px-2 py-1 text-xs hover:bg-accent"
              onClick={() => insert(`{{${fact}}}`)}
            >
              {t(`facts.${fact}`)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
