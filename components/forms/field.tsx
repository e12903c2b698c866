"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type RegisterOptions, type UseFormRegisterReturn, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { fieldId, useFormState } from "./form-context";

export type ControlProps = UseFormRegisterReturn & {
  id: string;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-required": boolean | undefined;
};

type Props = {
  /** Path of the value, such as `familyName` or `phones.0.number`. */
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** How the saved value reads when somebody else changed it. */
  showSaved?(value: unknown): string;
  rules?: RegisterOptions;
  /** Draws the control with the props given; spread them: `{(props) => <Input {...props} />}`. */
  children(control: ControlProps): ReactNode;
};

/** A field: its label above, its help below, its error beside it, and in a conflict what somebody else saved. */
export function Field({ name, label, help, optional, showSaved, rules, children }: Props) {
  const t = useTranslations("forms");
  const form = useFormState();
  const { register, getFieldState, formState, getValues, setValue } = useFormContext();
  const id = fieldId(form.id, name);
  const { error } = getFieldState(name, formState);
  form.labels.set(name, label);
  const saved = form.conflict ? form.saved[name] : undefined;
  const differs = form.conflict && (saved ?? "") !== (getValues(name) ?? "");
  const described = [help && `${id}-help`, error && `${id}-error`, differs && `${id}-saved`].filter(Boolean);
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id} optional={optional ? t("optional") : undefined}>
        {label}
      </Label>
      {children({
        ...register(name, rules),
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described.join(" ") || undefined,
        "aria-required": optional ? undefined : true,
      })}
      {help && (
        <p id={`${id}-help`} className="text-muted-foreground text-sm">
          {help}
        </p>
      )}
      {error?.message && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error.message}
        </p>
      )}
      {differs && (
        <p id={`${id}-saved`} className="flex flex-wrap items-center gap-2 text-sm text-warning">
          {t("conflict.saved", { value: showSaved ? showSaved(saved) : String(saved || t("empty")) })}
          <Button
            variant="outline"
            size="sm"
            onClick={() => setValue(name, saved, { shouldDirty: true, shouldTouch: true })}
          >
            {t("conflict.take")}
          </Button>
        </p>
      )}
    </div>
  );
}
