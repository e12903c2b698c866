"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { createDepartment, editDepartment } from "@/lib/organization/actions";
import type { DepartmentRow } from "@/lib/organization/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";

type Values = { code: string; name: string; nameKm: string; displayOrder: string; isActive: boolean };
type Props = { department: DepartmentRow | null; nextOrder: number; onClose(): void };

/** Adds a department, or changes one. */
export function DepartmentDialog({ department, nextOrder, onClose }: Props) {
  const t = useTranslations("positions.departments");
  const router = useRouter();
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<{ code: string }>> =>
    department
      ? editDepartment({ ...values, id: department.id, version: department.version }, meta)
      : createDepartment(values, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={department ? t("editTitle") : t("new")}>
      <ActionForm<Values, Values, { code: string }>
        id={`department-${department?.code ?? "new"}`}
        action={save}
        defaultValues={{
          code: department?.code ?? "",
          name: department?.name ?? "",
          nameKm: department?.nameKm ?? "",
          displayOrder: String(department?.displayOrder ?? nextOrder),
          isActive: department?.isActive ?? true,
        }}
        onSuccess={({ code }) => {
          onClose();
          toast.success(t(department ? "saved" : "created"));
          if (code !== department?.code) router.push(`/departments/${code}`);
          else router.refresh();
        }}
      >
        <Field name="code" label={t("code")} help={t("codeHelp")}>
          {(control) => (
            <Input {...control} maxLength={20} autoCapitalize="characters" className="max-w-48 uppercase" />
          )}
        </Field>
        <Field name="name" label={t("name")}>
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("nameKm")}>
          {(control) => <Input {...control} lang="km" maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="displayOrder" label={t("order")} help={t("orderHelp")}>
          {(control) => <Input {...control} type="number" min={0} max={9999} className="max-w-24" />}
        </Field>
        <CheckField name="isActive" label={t("active")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
