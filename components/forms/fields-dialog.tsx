"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { ActionForm } from "./action-form";
import { type ControlProps, Field } from "./field";
import { SubmitButton } from "./submit-button";

export type Option = { value: string; label: string };

export type FieldSpec = {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
} & (
  | { kind: "select"; options: readonly Option[]; empty?: string }
  | { kind: "date"; min?: string; max?: string }
  | { kind: "text"; maxLength: number; numeric?: boolean }
  | { kind: "reason" }
);

type Props<Input> = {
  /** Names the form and its draft. */
  id: string;
  title: string;
  what: ReactNode;
  fields: readonly FieldSpec[];
  defaults: Record<string, string>;
  action(input: Input, meta?: ActionMeta): Promise<ActionResult<unknown>>;
  toInput(values: Record<string, string>): Input;
  submit: string;
  done: string;
  onClose(): void;
  /** Fields of the caller above the others. */
  before?: ReactNode;
  /** Between the fields and the button, such as a warning about what is chosen. */
  children?: ReactNode;
};

/** A dialog of a few fields on one server action. */
export function FieldsDialog<Input>(props: Props<Input>) {
  const { id, title, what, fields, defaults, action, toInput, submit, done, onClose, before, children } =
    props;
  const router = useRouter();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={what}>
      <ActionForm<Record<string, string>, Input>
        id={id}
        action={action}
        defaultValues={defaults}
        toInput={toInput}
        onSuccess={() => {
          onClose();
          toast.success(done);
          router.refresh();
        }}
      >
        {before}
        {fields.map((field) => (
          <Field
            key={field.name}
            name={field.name}
            label={field.label}
            help={field.help}
            optional={field.optional ?? false}
          >
            {(control) => <Control field={field} control={control} />}
          </Field>
        ))}
        {children}
        <SubmitButton>{submit}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Control({ field, control }: { field: FieldSpec; control: ControlProps }) {
  switch (field.kind) {
    case "select":
      return (
        <Select {...control}>
          {field.empty && <option value="">{field.empty}</option>}
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      );
    case "date":
      return <Input {...control} type="date" min={field.min} max={field.max} className="max-w-48" />;
    case "text":
      return (
        <Input
          {...control}
          maxLength={field.maxLength}
          inputMode={field.numeric ? "numeric" : undefined}
          autoComplete="off"
          className={field.numeric ? "max-w-24" : undefined}
        />
      );
    case "reason":
      return <Textarea {...control} rows={3} maxLength={500} />;
  }
}
