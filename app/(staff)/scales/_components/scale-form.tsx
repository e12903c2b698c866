"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { CellField } from "@/components/forms/cell-field";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { createScale, editScale } from "@/lib/curriculum/scales/actions";
import type { ScaleKind } from "@/lib/curriculum/scales/scale-kinds";
import type { ScaleLetter } from "@/lib/curriculum/scales/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";

export type ScaleValues = { name: string; validFrom: string; grades: ScaleLetter[] };
type Props = {
  kind: ScaleKind;
  /** Null for a new version. */
  id: number | null;
  version: number;
  values: ScaleValues;
};

const EMPTY: ScaleLetter = { letter: "", minPercent: "", points: "", passes: true, earnsCredit: true };

/** The letters as rows: letter, from which percentage, points, whether it passes and earns credit. */
function Letters() {
  const t = useTranslations("scales");
  const { control } = useFormContext<ScaleValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "grades" });
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t("letters")}</legend>
      <div className="grid gap-2">
        <div
          aria-hidden
          className="grid grid-cols-[4.5rem_5rem_4.5rem_3.5rem_3.5rem_2.5rem] gap-2 text-muted-foreground text-xs"
        >
          <span>{t("columns.letter")}</span>
          <span>{t("columns.minPercent")}</span>
          <span>{t("columns.points")}</span>
          <span>{t("columns.passes")}</span>
          <span>{t("columns.earnsCredit")}</span>
        </div>
        {fields.map((field, index) => {
          const label = (column: string) => t("cell", { column, row: index + 1 });
          return (
            <div
              key={field.id}
              className="grid grid-cols-[4.5rem_5rem_4.5rem_3.5rem_3.5rem_2.5rem] items-start gap-2"
            >
              <CellField name={`grades.${index}.letter`} label={label(t("columns.letter"))}>
                {(control) => <Input {...control} maxLength={4} autoComplete="off" className="uppercase" />}
              </CellField>
              <CellField name={`grades.${index}.minPercent`} label={label(t("columns.minPercent"))}>
                {(control) => <Input {...control} inputMode="decimal" maxLength={6} autoComplete="off" />}
              </CellField>
              <CellField name={`grades.${index}.points`} label={label(t("columns.points"))}>
                {(control) => <Input {...control} inputMode="decimal" maxLength={4} autoComplete="off" />}
              </CellField>
              <CellField
                name={`grades.${index}.passes`}
                label={label(t("columns.passes"))}
                className="min-h-9 items-center justify-center"
              >
                {(control) => <Checkbox {...control} />}
              </CellField>
              <CellField
                name={`grades.${index}.earnsCredit`}
                label={label(t("columns.earnsCredit"))}
                className="min-h-9 items-center justify-center"
              >
                {(control) => <Checkbox {...control} />}
              </CellField>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("removeLetter", { row: index + 1 })}
                onClick={() => remove(index)}
              >
                <Icon name="trash-2" />
              </Button>
            </div>
          );
        })}
      </div>
      <Button variant="outline" size="sm" className="mt-3" onClick={() => append({ ...EMPTY })}>
        <Icon name="plus" />
        {t("addLetter")}
      </Button>
    </fieldset>
  );
}

/** A new version of a scale, or one by which nobody was graded yet. */
export function ScaleForm({ kind, id, version, values }: Props) {
  const t = useTranslations("scales");
  const router = useRouter();
  const save = (typed: ScaleValues, meta?: ActionMeta): Promise<ActionResult<{ id: number }>> => {
    const { name, validFrom, grades } = typed;
    return id === null
      ? createScale({ kind, name, validFrom, grades }, meta)
      : editScale({ id, version, name, grades }, meta);
  };
  return (
    <ActionForm<ScaleValues, ScaleValues, { id: number }>
      id={`scale-${id ?? `new-${kind}`}`}
      action={save}
      defaultValues={values}
      onSuccess={({ id: made }) => {
        toast.success(t(id === null ? "created" : "saved"));
        router.push(`/scales/${made}`);
        router.refresh();
      }}
    >
      <Field name="name" label={t("name")}>
        {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
      </Field>
      {id === null && (
        <Field name="validFrom" label={t("validFrom")} help={t("validFromHelp")}>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
      )}
      <Letters />
      <SubmitButton>{t(id === null ? "create" : "save")}</SubmitButton>
    </ActionForm>
  );
}
