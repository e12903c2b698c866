"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { atFields } from "@/components/forms/at-fields";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { createPosition, editPosition } from "@/lib/organization/actions";
import { POLICIES, type Policy } from "@/lib/platform/access/policies";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { type PositionValues, toPositionInput } from "./position-values";

type Option = { value: string; label: string };
type Props = {
  /** Null for a new one. */
  id: number | null;
  version: number;
  values: PositionValues;
  departments: Option[];
  /** Positions that this one may report to: not itself, not one below. */
  superiors: Option[];
};

/** Policies are one field of many boxes: they are sent as a list. */
function PolicyBoxes() {
  const t = useTranslations("positions");
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: "overrides" }) as Policy[];
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">{t("fields.overrides")}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {POLICIES.map((policy) => (
          <label
            key={policy}
            htmlFor={`policy-${policy}`}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm"
          >
            <Checkbox
              id={`policy-${policy}`}
              checked={chosen.includes(policy)}
              onChange={(event) =>
                setValue(
                  "overrides",
                  event.target.checked ? [...chosen, policy] : chosen.filter((each) => each !== policy),
                  { shouldDirty: true },
                )
              }
            />
            {t(`policies.${policy}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One area of what holders may approve; its fields appear when it is ticked. */
function Area({
  name,
  children,
}: {
  name: "financial" | "enrolment" | "academic";
  children: React.ReactNode;
}) {
  const t = useTranslations("positions.limits");
  const on = useWatch({ name });
  return (
    <div className="rounded-md border px-3 py-2">
      <CheckField name={name} label={t(name)} />
      {on && <div className="flex flex-col gap-3 pt-1 pb-2 pl-6">{children}</div>}
    </div>
  );
}

function Limits() {
  const t = useTranslations("positions");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t("fields.limits")}</legend>
      <Area name="financial">
        <Field name="maxAmount" label={t("limits.maxAmount")}>
          {(control) => <Input {...control} inputMode="decimal" maxLength={12} className="max-w-48" />}
        </Field>
        <Field name="currency" label={t("limits.currency")}>
          {(control) => (
            <Select {...control} className="max-w-48">
              <option value="USD">USD</option>
              <option value="KHR">KHR</option>
            </Select>
          )}
        </Field>
        <CheckField name="needsSecondApproval" label={t("limits.secondApproval")} />
      </Area>
      <Area name="enrolment">
        <Field name="maxStudents" label={t("limits.maxStudents")}>
          {(control) => <Input {...control} type="number" min={1} max={10000} className="max-w-48" />}
        </Field>
        <CheckField name="mayOverrideCapacity" label={t("limits.mayOverrideCapacity")} />
        <CheckField name="mayWaivePrerequisites" label={t("limits.mayWaivePrerequisites")} />
      </Area>
      <Area name="academic">
        <Field name="deadlineDays" label={t("limits.deadlineDays")}>
          {(control) => <Input {...control} type="number" min={0} max={365} className="max-w-48" />}
        </Field>
        <CheckField name="mayChangeGrades" label={t("limits.mayChangeGrades")} />
        <CheckField name="mayGrantExtensions" label={t("limits.mayGrantExtensions")} />
      </Area>
    </fieldset>
  );
}

/** A position: titles, where it stands, its authority. */
export function PositionForm({ id, version, values, departments, superiors }: Props) {
  const t = useTranslations("positions");
  const router = useRouter();
  const save = async (typed: PositionValues, meta?: ActionMeta): Promise<ActionResult<{ id: number }>> => {
    const input = toPositionInput(typed);
    if (id === null) return atFields(await createPosition(input, meta));
    const result = await editPosition({ ...input, id, version }, meta);
    return result.ok ? { ok: true, data: { id } } : atFields(result);
  };
  return (
    <ActionForm<PositionValues, PositionValues, { id: number }>
      id={`position-${id ?? "new"}`}
      action={save}
      defaultValues={values}
      onSuccess={({ id: made }) => {
        toast.success(t(id === null ? "created" : "saved"));
        router.push(`/positions/${made}`);
        router.refresh();
      }}
    >
      <Field name="title" label={t("fields.title")}>
        {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
      </Field>
      <Field name="titleKm" label={t("fields.titleKm")}>
        {(control) => <Input {...control} lang="km" maxLength={120} autoComplete="off" />}
      </Field>
      <Field name="departmentId" label={t("fields.department")} optional>
        {(control) => (
          <Select {...control}>
            <option value="">{t("institutional")}</option>
            {departments.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="reportsToId" label={t("fields.reportsTo")} optional>
        {(control) => (
          <Select {...control}>
            <option value="">{t("fields.nobody")}</option>
            {superiors.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="authorityLevel" label={t("fields.level")}>
        {(control) => (
          <Select {...control}>
            {(["1", "2", "3", "4"] as const).map((level) => (
              <option key={level} value={level}>
                {t(`levels.${level}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <PolicyBoxes />
      <Limits />
      <CheckField name="isActive" label={t("fields.active")} />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
