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
import { createCycle, createDivision, editCycle, editDivision } from "@/lib/curriculum/structure/actions";
import type { CycleRow, DivisionRow } from "@/lib/curriculum/structure/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";

export type StructureEdit =
  | { of: "division"; row: DivisionRow | null }
  | { of: "cycle"; row: CycleRow | null; divisionId: number };

type Values = {
  code: string;
  name: string;
  nameKm: string;
  displayOrder: string;
  isActive: boolean;
  description: string;
  divisionId: string;
  rank: string;
  typicalTerms: string;
};
type Props = {
  edit: StructureEdit;
  divisions: readonly { value: string; label: string }[];
  onClose(): void;
};

/** Adds a division or a cycle, or changes one; the code of one that exists stays. */
export function StructureDialog({ edit, divisions, onClose }: Props) {
  const t = useTranslations("catalogue.structurePage");
  const router = useRouter();
  const { of, row } = edit;
  const title = row
    ? t(of === "division" ? "editDivision" : "editCycle")
    : t(of === "division" ? "newDivision" : "newCycle");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <ActionForm<Values, Values, unknown>
        id={`${of}-${row?.code ?? "new"}`}
        action={(values, meta) => save(edit, values, meta)}
        defaultValues={defaultsOf(edit)}
        onSuccess={() => {
          onClose();
          toast.success(t(row ? "saved" : "created"));
          router.refresh();
        }}
      >
        {!row && (
          <Field name="code" label={t("code")} help={t("codeHelp")}>
            {(control) => (
              <Input {...control} maxLength={20} autoComplete="off" className="max-w-48 uppercase" />
            )}
          </Field>
        )}
        <Field name="name" label={t("name")}>
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("nameKm")}>
          {(control) => <Input {...control} lang="km" maxLength={120} autoComplete="off" />}
        </Field>
        {of === "division" ? (
          <Field name="description" label={t("description")} optional>
            {(control) => <Textarea {...control} rows={2} maxLength={500} />}
          </Field>
        ) : (
          <>
            <Field name="divisionId" label={t("division")}>
              {(control) => (
                <Select {...control}>
                  {divisions.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="rank" label={t("rank")} help={t("rankHelp")}>
              {(control) => <Input {...control} type="number" min={1} max={9} className="max-w-24" />}
            </Field>
            <Field name="typicalTerms" label={t("typicalTerms")} optional>
              {(control) => <Input {...control} type="number" min={1} max={40} className="max-w-24" />}
            </Field>
          </>
        )}
        <Field name="displayOrder" label={t("order")}>
          {(control) => <Input {...control} type="number" min={0} max={9999} className="max-w-24" />}
        </Field>
        <CheckField name="isActive" label={t("active")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function defaultsOf(edit: StructureEdit): Values {
  const { row } = edit;
  const cycle = edit.of === "cycle" ? edit.row : null;
  return {
    code: "",
    name: row?.name ?? "",
    nameKm: row?.nameKm ?? "",
    displayOrder: String(row?.displayOrder ?? 100),
    isActive: row?.isActive ?? true,
    description: edit.of === "division" ? (edit.row?.description ?? "") : "",
    divisionId: edit.of === "cycle" ? String(edit.divisionId) : "",
    rank: String(cycle?.rank ?? 1),
    typicalTerms: String(cycle?.typicalTerms ?? ""),
  };
}

function save(edit: StructureEdit, values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> {
  const { code, name, nameKm, displayOrder, isActive, description, divisionId, rank, typicalTerms } = values;
  const shared = { name, nameKm, displayOrder, isActive };
  const key = edit.row && { id: edit.row.id, version: edit.row.version };
  if (edit.of === "division") {
    const facts = { ...shared, description };
    return key ? editDivision({ ...key, ...facts }, meta) : createDivision({ code, ...facts }, meta);
  }
  const facts = { ...shared, divisionId, rank, typicalTerms };
  return key ? editCycle({ ...key, ...facts }, meta) : createCycle({ code, ...facts }, meta);
}
