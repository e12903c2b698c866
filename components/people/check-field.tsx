"use client";

import { useFormContext } from "react-hook-form";
import { fieldId, useFormState } from "@/components/forms/form-context";
import { Checkbox } from "@/components/ui/checkbox";

/** A yes or no of a form: the box and its words in one line, the error below. */
export function CheckField({ name, label }: { name: string; label: string }) {
  const { id, labels } = useFormState();
  const { register, getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  const control = fieldId(id, name);
  labels.set(name, label);
  return (
    <div>
      <label htmlFor={control} className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm">
        <Checkbox
          {...register(name)}
          id={control}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${control}-error` : undefined}
        />
        {label}
      </label>
      {error?.message && (
        <p id={`${control}-error`} className="text-danger text-sm">
          {error.message}
        </p>
      )}
    </div>
  );
}
