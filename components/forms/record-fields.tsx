import type { ComponentProps, ReactNode } from "react";
import { InlineField } from "./inline-field";
import { RecordEditor } from "./record-editor";

type FieldProps = ComponentProps<typeof InlineField>;

/** A field of a record as a page describes it. */
export type RecordField = Omit<FieldProps, "action" | "readOnly">;

type Props = Pick<FieldProps, "action"> & {
  /** Identifies the record in the input of the action. */
  record: ComponentProps<typeof RecordEditor>["record"];
  version: number;
  editable: boolean;
  fields: readonly RecordField[];
  /** What stands below the fields and is not edited. */
  children?: ReactNode;
};

/** The fields of one record in two columns, each edited where it stands, all under one version. */
export function RecordFields({ action, record, version, editable, fields, children }: Props) {
  return (
    <RecordEditor record={record} version={version}>
      <div className="grid gap-x-6 gap-y-3 rounded-lg border bg-card p-4 sm:grid-cols-2">
        {fields.map((field) => (
          <InlineField key={field.field} {...field} action={action} readOnly={!editable} />
        ))}
        {children}
      </div>
    </RecordEditor>
  );
}
