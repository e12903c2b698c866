"use client";

import { createContext, use } from "react";
import type { ToldError } from "@/lib/platform/errors-text";

export type FormState = {
  /** Id of the form; fields are `<id>-<name>` in the page. */
  id: string;
  pending: boolean;
  error: ToldError | null;
  /** Somebody else saved meanwhile: fields show what stands there now. */
  conflict: boolean;
  /** The newest saved values, as the page knows them. */
  saved: Record<string, unknown>;
  /** Labels by field name, for the summary. */
  labels: Map<string, string>;
};

export const FormContext = createContext<FormState | null>(null);

/** The form around this component. */
export function useFormState(): FormState {
  const state = use(FormContext);
  if (!state) throw new Error("a field stands outside of <ActionForm>");
  return state;
}

/** Id of a field's control in the page. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name.replaceAll(".", "-")}`;
}
