"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { createTerm } from "@/lib/calendar/actions";
import { TERM_DAYS, type TermType } from "@/lib/calendar/term-days";
import { editTerm, previewTerm } from "@/lib/classes/terms/actions";
import type { TermEffect } from "@/lib/classes/terms/change-term";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { TermValues } from "./term-values";

const EffectDialog = dynamic(() => import("./effect-dialog").then((module) => module.EffectDialog), {
  ssr: false,
});

type Props = {
  /** Null for a new one. */
  id: number | null;
  version: number;
  termType: TermType;
  values: TermValues;
};
type Edited = TermValues & { id: number; version: number };
/** The address of what was saved; null while the effects wait for a yes. */
type Output = { code: string | null };

/** Whether anything that hangs on the dates would change. */
function hasEffect(effect: TermEffect): boolean {
  return effect.deadlines.length > 0;
}

/** A term with its dates; what a change of them does is shown before it is saved. */
export function TermForm({ id, version, termType, values }: Props) {
  const t = useTranslations("terms");
  const router = useRouter();
  const [asked, setAsked] = useState<{ input: Edited; effect: TermEffect } | null>(null);

  async function save(typed: TermValues, meta?: ActionMeta): Promise<ActionResult<Output>> {
    if (id === null) return createTerm({ ...typed, termType }, meta);
    const input = { ...typed, id, version };
    const looked = await previewTerm(input);
    if (!looked.ok) return looked;
    if (hasEffect(looked.data)) {
      setAsked({ input, effect: looked.data });
      return { ok: true, data: { code: null } };
    }
    return editTerm(input, meta);
  }

  function done(code: string) {
    setAsked(null);
    toast.success(t(id === null ? "created" : "saved"));
    router.push(`/terms/${encodeURIComponent(code)}`);
    router.refresh();
  }

  return (
    <>
      <ActionForm<TermValues, TermValues, Output>
        id={`term-${id ?? `new-${termType}`}`}
        action={save}
        defaultValues={values}
        onSuccess={({ code }) => code !== null && done(code)}
      >
        <Field name="code" label={t("fields.code")} help={t("fields.codeHelp")}>
          {(control) => (
            <Input {...control} maxLength={30} autoComplete="off" className="max-w-64 uppercase" />
          )}
        </Field>
        <Field name="name" label={t("fields.name")}>
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("fields.nameKm")}>
          {(control) => <Input {...control} lang="km" maxLength={120} autoComplete="off" />}
        </Field>
        <div className="grid gap-x-6 gap-y-stack sm:grid-cols-2">
          {TERM_DAYS.map((field) => (
            <Field
              key={field}
              name={field}
              label={t(`days.${field}`)}
              optional={field !== "startDate" && field !== "endDate"}
            >
              {(control) => <Input {...control} type="date" className="max-w-48" />}
            </Field>
          ))}
          {(["baCohortNumber", "maCohortNumber"] as const).map((field) => (
            <Field key={field} name={field} label={t(`fields.${field}`)} optional>
              {(control) => <Input {...control} inputMode="numeric" maxLength={4} className="max-w-24" />}
            </Field>
          ))}
        </div>
        <CheckField name="isActive" label={t("fields.isActive")} />
        <SubmitButton>{t(id === null ? "create" : "save")}</SubmitButton>
      </ActionForm>
      {asked && (
        <EffectDialog
          input={asked.input}
          effect={asked.effect}
          onSaved={done}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
