"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { DEGREES } from "@/lib/people/kinds";
import { addQualification, editQualification } from "@/lib/people/qualifications/actions";
import { type QualificationRow, TEACHING_LEVELS } from "@/lib/people/qualifications/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { TeachingLevels, TerminalDegree } from "@/lib/platform/db/generated/enums";

type Values = {
  departmentCode: string;
  minimumDegree: TerminalDegree;
  levels: TeachingLevels;
  isNativeEnglish: boolean;
  hasSpecial: boolean;
  specialNote: string;
  isCoordinator: boolean;
  validFrom: string;
  validTo: string;
};
type Props = {
  number: number;
  row: QualificationRow | null;
  name: string | null;
  departments: { value: string; label: string }[];
  today: string;
  onClose(): void;
};

/** Adds a department in which a teacher may teach, or changes what holds there. */
export function QualificationDialog({ number, row, name, departments, today, onClose }: Props) {
  const t = useTranslations("colleagues.qualifications");
  const degrees = useTranslations("colleagues.degrees");
  const router = useRouter();
  const save = ({ departmentCode, ...values }: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    row
      ? editQualification({ ...values, number, id: row.id, version: row.version }, meta)
      : addQualification({ ...values, number, departmentCode }, meta);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={row ? t("edit") : t("add")}
      description={name ?? undefined}
    >
      <ActionForm<Values>
        id={`qualification-${number}-${row?.id ?? "new"}`}
        action={save}
        defaultValues={{
          departmentCode: row?.department.code ?? "",
          minimumDegree: row?.minimumDegree ?? "MASTER",
          levels: row?.levels ?? "UNDERGRADUATE",
          isNativeEnglish: row?.isNativeEnglish ?? false,
          hasSpecial: row?.hasSpecial ?? false,
          specialNote: row?.specialNote ?? "",
          isCoordinator: row?.isCoordinator ?? false,
          validFrom: row?.validFrom ?? today,
          validTo: row?.validTo ?? "",
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        {!row && (
          <Field name="departmentCode" label={t("department")}>
            {(control) => (
              <Select {...control}>
                <option value="">{t("choose")}</option>
                {departments.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field name="minimumDegree" label={t("minimumDegree")}>
          {(control) => (
            <Select {...control}>
              {DEGREES.map((value) => (
                <option key={value} value={value}>
                  {degrees(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="levels" label={t("levels")}>
          {(control) => (
            <Select {...control}>
              {TEACHING_LEVELS.map((value) => (
                <option key={value} value={value}>
                  {t(`levelNames.${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <CheckField name="isNativeEnglish" label={t("native")} />
        <CheckField name="isCoordinator" label={t("coordinatorLong")} />
        <CheckField name="hasSpecial" label={t("special")} />
        <Field name="specialNote" label={t("specialNote")} help={t("specialNoteHelp")} optional>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <Field name="validFrom" label={t("from")}>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <Field name="validTo" label={t("to")} optional>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
