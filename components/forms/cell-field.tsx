"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/cn";
import type { ControlProps } from "./field";
import { fieldId, useFormState } from "./form-context";

type Props = {
  /** Path of the value, such as `grades.2.letter`. */
  name: string;
  /** Said to those who hear the page, and in the summary of errors; the heading of the column says it to the others. */
  label: string;
  className?: string;
  children(control: ControlProps & { "aria-label": string }): ReactNode;
};

/** A field in a row of many: without a label of its own above it, its error below. */
export function CellField({ name, label, className, children }: Props) {
  const form = useFormState();
  const { register, getFieldState, formState } = useFormContext();
  const id = fieldId(form.id, name);
  const { error } = getFieldState(name, formState);
  form.labels.set(name, label);
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      {children({
        ...register(name),
        id,
        "aria-label": label,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": error ? `${id}-error` : undefined,
        "aria-required": undefined,
      })}
      {error?.message && (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error.message}
        </p>
      )}
    </div>
  );
}
