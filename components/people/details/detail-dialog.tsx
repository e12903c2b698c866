"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CountryOptions } from "@/components/forms/country-options";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { DetailRow, FieldSpec, FieldValue } from "./field-spec";
import { type PersonChoice, PersonPicker } from "./person-picker";
import { ScanField } from "./scan-field";

export type SaveAction = (input: never, meta?: ActionMeta) => Promise<ActionResult<unknown>>;

type Props = {
  /** Names the form and its draft. */
  id: string;
  title: string;
  description?: string | undefined;
  saveLabel: string;
  savedText: string;
  action: SaveAction;
  /** Sent beside what is typed: whose entry, which one, the version that was shown. */
  fixed: Record<string, number | null>;
  fields: readonly FieldSpec[];
  row: Pick<DetailRow, "values" | "choice"> | null;
  onClose(): void;
};

type Values = Record<string, FieldValue>;

function initialOf(field: FieldSpec, row: Props["row"]): FieldValue {
  const empty = field.kind === "check" ? false : field.kind === "scan" ? null : "";
  return row?.values[field.name] ?? (row ? empty : (field.initial ?? empty));
}

/** The form of an entry about a person, drawn from the fields that the page describes. */
export function DetailDialog(props: Props) {
  const { id, title, description, saveLabel, savedText, action, fixed, fields, row, onClose } = props;
  const router = useRouter();
  const people = new Set(fields.filter((field) => field.kind === "person").map((field) => field.name));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      <ActionForm<Values, Record<string, unknown>>
        id={id}
        action={
          action as (input: Record<string, unknown>, meta?: ActionMeta) => Promise<ActionResult<unknown>>
        }
        defaultValues={Object.fromEntries(fields.map((field) => [field.name, initialOf(field, row)]))}
        toInput={(values) => ({
          ...Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, people.has(name) ? Number(value) : value]),
          ),
          ...fixed,
        })}
        onSuccess={() => {
          onClose();
          toast.success(savedText);
          router.refresh();
        }}
      >
        {fields.map((field) => (
          <SpecField key={field.name} field={field} row={row} />
        ))}
        <SubmitButton>{saveLabel}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function SpecField({ field, row }: { field: FieldSpec; row: Props["row"] }) {
  const t = useTranslations("forms");
  const { name, label, kind = "text", help, optional, maxLength, lang, options = [] } = field;
  if (kind === "check") return <CheckField name={name} label={label} />;
  if (kind === "person") return <PersonPicker name={name} label={label} help={help} chosen={choiceOf(row)} />;
  if (kind === "scan") {
    const fileName = row?.values.fileName;
    return (
      <ScanField
        name={name}
        label={label}
        help={help}
        fileName={typeof fileName === "string" ? fileName : null}
      />
    );
  }
  return (
    <Field name={name} label={label} help={help} optional={optional ?? false}>
      {(control) => {
        if (kind === "country") {
          return (
            <Select {...control}>
              <CountryOptions />
            </Select>
          );
        }
        if (kind === "select") {
          return (
            <Select {...control}>
              {optional && <option value="">{t("empty")}</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          );
        }
        const type = kind === "year" ? "text" : kind;
        const year = kind === "year" ? { inputMode: "numeric" as const, maxLength: 4 } : { maxLength };
        return <Input {...control} {...year} type={type} lang={lang} autoComplete="off" />;
      }}
    </Field>
  );
}

function choiceOf(row: Props["row"]): PersonChoice | undefined {
  return row?.choice;
}
