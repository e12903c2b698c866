"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { useFormState } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import type { CourseChoice } from "@/lib/curriculum/courses/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { CourseSearch } from "./course-search";

type Chosen = Pick<CourseChoice, "code" | "title" | "titleKm">;

type Props = {
  name: string;
  label: string;
  help?: string;
  chosen?: Chosen;
  /** What the form keeps: the code, which all versions share, or the id of the version in force. */
  keep?: "code" | "id";
  /** Codes that are not offered. */
  without?: readonly string[];
  onChosen?(choice: CourseChoice | null): void;
};

/** Picks one course into a field of an ActionForm. Needs the messages "courses.picker". */
export function CoursePicker({ name, label, help, chosen: before, keep = "code", without, onChosen }: Props) {
  const t = useTranslations("courses.picker");
  const format = useFormat();
  const { setValue, clearErrors } = useFormContext();
  const { pending } = useFormState();
  const [chosen, setChosen] = useState<Chosen | undefined>(before);

  function choose(choice: CourseChoice | null) {
    setChosen(choice ?? undefined);
    setValue(name, choice ? String(choice[keep]) : "", { shouldDirty: true });
    clearErrors(name);
    onChosen?.(choice);
  }

  return (
    <Field name={name} label={label} {...(help && !chosen ? { help } : {})}>
      {({ name: _name, ref: _ref, onChange: _change, onBlur: _blur, id, ...control }) =>
        chosen ? (
          <p className="flex flex-wrap items-center gap-2 rounded-md border bg-muted px-3 py-1.5 text-sm">
            <span className="tabular font-medium">{chosen.code}</span>
            <span className="min-w-0">
              {format.words({ en: chosen.title, km: chosen.titleKm ?? chosen.title })}
            </span>
            <Button
              variant="ghost"
              size="sm"
              className="ml-auto"
              disabled={pending}
              onClick={() => choose(null)}
            >
              {t("other")}
            </Button>
          </p>
        ) : (
          <CourseSearch
            id={id}
            label={label}
            control={control}
            onChoose={choose}
            {...(without ? { without } : {})}
          />
        )
      }
    </Field>
  );
}
