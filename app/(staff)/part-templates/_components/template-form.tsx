"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type UseFieldArrayReturn, useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { createTemplate, editTemplate } from "@/lib/curriculum/part-templates/actions";
import { sessionsOf, thousandthsOf } from "@/lib/curriculum/part-templates/rules";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { type Book, PartFields } from "./part-fields";
import { emptyPart, type TemplateValues } from "./template-values";

type Option = { value: string; label: string; code?: string };
type Props = {
  mode: "new" | "version" | "correct";
  /** The set that is corrected or replaced. */
  set: { id: number; version: number } | null;
  values: TemplateValues;
  programmes: Option[];
  levels: Option[];
  books: Book[];
};

type SessionProps = {
  session: number;
  sessions: number;
  books: Book[];
  list: UseFieldArrayReturn<TemplateValues, "parts">;
};

/** The parts of one session, with what they make together. */
function Session({ session, sessions, books, list }: SessionProps) {
  const t = useTranslations("partTemplates");
  const format = useFormat();
  const { control, getValues } = useFormContext<TemplateValues>();
  const parts = useWatch({ control, name: "parts" });
  const own = list.fields.flatMap((field, index) => (field.session === session ? [{ field, index }] : []));
  const sum = parts
    .filter((part) => part.session === session)
    .reduce(
      (total, { percent }) => total + (Number.isFinite(Number(percent)) ? thousandthsOf(percent) : 0),
      0,
    );
  const even = Math.abs(sum - 1000) <= 1;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 flex w-full flex-wrap items-baseline justify-between gap-3 font-semibold text-sm">
        <span>{sessions === 1 ? t("parts") : t("session", { number: session })}</span>
        <output className={cn("tabular font-normal", even ? "text-success" : "text-danger")}>
          {t("sum", { percent: format.number(sum / 10) })}
        </output>
      </legend>
      {own.map(({ field, index }, place) => (
        <PartFields
          key={field.id}
          index={index}
          number={place + 1}
          books={books}
          onRemove={() => list.remove(index)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" size="sm" onClick={() => list.append(emptyPart(session))}>
          <Icon name="plus" />
          {t("addPart")}
        </Button>
        {session > 1 && own.length === 0 && (
          <Button
            variant="outline"
            size="sm"
            onClick={() =>
              list.append(
                getValues("parts")
                  .filter((part) => part.session === 1)
                  .map((part) => ({ ...part, session })),
              )
            }
          >
            {t("sameParts")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Programme and levels of a new template; they stay what they are in a new version. */
function Place({ programmes, levels, fixed }: { programmes: Option[]; levels: Option[]; fixed: boolean }) {
  const t = useTranslations("partTemplates");
  if (fixed) return null;
  return (
    <>
      <Field name="programmeId" label={t("columns.programme")}>
        {(control) => (
          <Select {...control}>
            <option value="">{t("choose")}</option>
            {programmes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {(["levelFrom", "levelTo"] as const).map((field) => (
          <Field key={field} name={field} label={t(`fields.${field}`)} optional>
            {(control) => (
              <Select {...control}>
                <option value="">{t("level.none")}</option>
                {levels.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

/** One list of parts, shown by session. */
function Sessions({ programmes, books }: { programmes: Option[]; books: Book[] }) {
  const { control } = useFormContext<TemplateValues>();
  const list = useFieldArray({ control, name: "parts" });
  const id = useWatch({ control, name: "programmeId" });
  const sessions = sessionsOf(programmes.find(({ value }) => value === id)?.code ?? "");
  return (sessions === 2 ? [1, 2] : [1]).map((session) => (
    <Session key={session} session={session} sessions={sessions} books={books} list={list} />
  ));
}

/** A template of classes: for which levels, from when on, in which parts. */
export function TemplateForm({ mode, set, values, programmes, levels, books }: Props) {
  const t = useTranslations("partTemplates");
  const router = useRouter();
  const save = (typed: TemplateValues, meta?: ActionMeta): Promise<ActionResult<{ id: number }>> => {
    const { programmeId, levelFrom, levelTo, validFrom, name, nameKm } = typed;
    // Parts of a session that the programme does not have are not shown: they are not sent either.
    const sessions = sessionsOf(programmes.find(({ value }) => value === programmeId)?.code ?? "");
    const parts = typed.parts
      .filter(({ session }) => session <= sessions)
      .map((part) => ({ ...part, roomNeed: part.roomNeed as "" | "CLASS" }));
    if (mode === "correct" && set) return editTemplate({ ...set, name, nameKm, parts }, meta);
    return createTemplate(
      { programmeId, levelFrom, levelTo, validFrom, name, nameKm, parts, replacesId: set?.id ?? null },
      meta,
    );
  };
  return (
    <ActionForm<TemplateValues, TemplateValues, { id: number }>
      id={`template-${mode}-${set?.id ?? ""}`}
      action={save}
      defaultValues={values}
      onSuccess={({ id }) => {
        toast.success(t(mode === "correct" ? "saved" : "created"));
        router.push(`/part-templates/${id}`);
        router.refresh();
      }}
    >
      <Place programmes={programmes} levels={levels} fixed={mode !== "new"} />
      {mode !== "correct" && (
        <Field
          name="validFrom"
          label={t("fields.validFrom")}
          help={mode === "version" ? t("fields.versionHelp") : t("fields.validFromHelp")}
        >
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("fields.setName")}>
          {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("fields.setNameKm")}>
          {(control) => <Input {...control} lang="km" maxLength={80} autoComplete="off" />}
        </Field>
      </div>
      <Sessions programmes={programmes} books={books} />
      <SubmitButton>{t(mode === "correct" ? "save" : "create")}</SubmitButton>
    </ActionForm>
  );
}
