"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { createTestReset, editTestReset } from "@/lib/classes/test-resets/actions";
import type { TestReset } from "@/lib/classes/test-resets/schemas";
import { TEST_TYPES, type TestType } from "@/lib/classes/test-resets/test-types";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { TestClass } from "./test-list";

type Values = { testType: TestType; resetDate: string; forAll: boolean; classIds: number[]; notes: string };
type Props = {
  term: { id: number; startDate: string; endDate: string };
  test: TestReset | null;
  classes: TestClass[];
  onClose(): void;
};

/** The classes for which a test is, when it is not for all. */
function ClassBoxes({ classes }: { classes: TestClass[] }) {
  const t = useTranslations("terms.tests");
  const { setValue } = useFormContext();
  const forAll = useWatch({ name: "forAll" }) as boolean;
  const chosen = useWatch({ name: "classIds" }) as number[];
  if (forAll) return null;
  return (
    <Field name="classIds" label={t("classes")}>
      {(control) => (
        <fieldset id={control.id} className="max-h-48 overflow-y-auto rounded-md border px-3 py-1">
          <legend className="sr-only">{t("classes")}</legend>
          {classes.map(({ id, label }) => (
            <label
              key={id}
              htmlFor={`test-class-${id}`}
              className="flex min-h-8 items-center gap-2.5 text-sm"
            >
              <Checkbox
                id={`test-class-${id}`}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setValue(
                    "classIds",
                    event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
                    { shouldDirty: true },
                  )
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </Field>
  );
}

/** Writes down the day of a test, or changes it. */
export function TestDialog({ term, test, classes, onClose }: Props) {
  const t = useTranslations("terms.tests");
  const router = useRouter();
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    test
      ? editTestReset({ ...values, id: test.id, version: test.version }, meta)
      : createTestReset({ ...values, termId: term.id }, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={test ? t("editTitle") : t("add")}>
      <ActionForm<Values, Values, unknown>
        id={`test-${test?.id ?? `new-${term.id}`}`}
        action={save}
        defaultValues={{
          testType: test?.testType ?? "MIDTERM",
          resetDate: test?.resetDate ?? "",
          forAll: test?.forAll ?? true,
          classIds: test?.classes.map(({ id }) => id) ?? [],
          notes: test?.notes ?? "",
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <Field name="testType" label={t("type")}>
          {(control) => (
            <Select {...control}>
              {TEST_TYPES.map((type) => (
                <option key={type} value={type}>
                  {t(`types.${type}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="resetDate" label={t("day")}>
          {(control) => (
            <Input {...control} type="date" min={term.startDate} max={term.endDate} className="max-w-48" />
          )}
        </Field>
        <CheckField name="forAll" label={t("forAll")} />
        <ClassBoxes classes={classes} />
        <Field name="notes" label={t("notes")} optional>
          {(control) => <Input {...control} maxLength={300} autoComplete="off" />}
        </Field>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
