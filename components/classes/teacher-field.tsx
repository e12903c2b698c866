"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { TeacherSearch } from "./teacher-search";

type Props = {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  chosen?: { name: string; number: string } | null;
};

/** Picks a teacher into a field of an ActionForm, by the person's id. Needs "courses.picker" and "personDetails.picker". */
export function TeacherField({ name, label, help, optional = false, chosen: before = null }: Props) {
  const t = useTranslations("personDetails.picker");
  const { setValue, clearErrors } = useFormContext();
  const [chosen, setChosen] = useState(before);
  return (
    <Field name={name} label={label} optional={optional} {...(help && !chosen ? { help } : {})}>
      {({ name: _name, ref: _ref, onChange: _change, onBlur: _blur, id, ...control }) =>
        chosen ? (
          <p className="flex flex-wrap items-center gap-2 rounded-md border bg-muted px-3 py-1.5 text-sm">
            <span className="font-medium">{chosen.name}</span>
            <span className="tabular text-muted-foreground">{chosen.number}</span>
            <Button
              variant="ghost"
              size="sm"
              className="ml-auto"
              onClick={() => {
                setChosen(null);
                setValue(name, "", { shouldDirty: true });
              }}
            >
              {t("other")}
            </Button>
          </p>
        ) : (
          <TeacherSearch
            id={id}
            label={label}
            control={control}
            onChoose={(teacher) => {
              setChosen(teacher);
              clearErrors(name);
              setValue(name, String(teacher.id), { shouldDirty: true });
            }}
          />
        )
      }
    </Field>
  );
}
