"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addProgramme, endProgramme, moveCatalogue, reopenProgramme } from "@/lib/studies/actions";
import { ENDINGS, type Ending, type ExitReason, REASONS_OF } from "@/lib/studies/rules";
import type { Asked } from "./asked";

type Of<Kind extends Asked["kind"]> = Extract<Asked, { kind: Kind }>;
type Props<Kind extends Asked["kind"]> = { asked: Of<Kind>; onClose(): void };

/** The dialogs of programme enrolments: enter, end, take up again, newer degree rules. */
export function ProgrammeDialog({ asked, onClose }: Props<"add" | "end" | "reopen" | "catalogue">) {
  switch (asked.kind) {
    case "add":
      return <AddDialog asked={asked} onClose={onClose} />;
    case "end":
      return <EndDialog asked={asked} onClose={onClose} />;
    case "reopen":
      return <ReopenDialog asked={asked} onClose={onClose} />;
    case "catalogue":
      return <CatalogueDialog asked={asked} onClose={onClose} />;
  }
}

/** Only a language programme is entered at a level. */
function EntryLevel({ programmes }: Pick<Of<"add">, "programmes">) {
  const t = useTranslations("programmes");
  const code = useWatch({ name: "programmeCode" });
  if (!programmes.find((programme) => programme.value === code)?.language) return null;
  return (
    <Field name="entryLevel" label={t("entryLevel")} help={t("entryLevelHelp")}>
      {(control) => <Input {...control} inputMode="numeric" maxLength={3} className="max-w-24" />}
    </Field>
  );
}

function AddDialog({ asked, onClose }: Props<"add">) {
  const t = useTranslations("programmes");
  const { number, name, today, programmes } = asked;
  return (
    <FieldsDialog
      id={`programme-add-${number}`}
      title={t("addTitle", { name })}
      what={t("addWhat")}
      fields={[
        {
          name: "programmeCode",
          label: t("programme"),
          kind: "select",
          options: programmes,
          empty: t("choose"),
        },
        { name: "startDate", label: t("startDate"), kind: "date" },
      ]}
      defaults={{ programmeCode: "", startDate: today, entryLevel: "" }}
      action={addProgramme}
      toInput={({ programmeCode = "", startDate = "", entryLevel = "" }) => ({
        number,
        programmeCode,
        startDate,
        entryLevel,
      })}
      submit={t("add")}
      done={t("added")}
      onClose={onClose}
    >
      <EntryLevel programmes={programmes} />
    </FieldsDialog>
  );
}

/** How it ended, and a reason that goes with that. */
function EndingFields({ language }: { language: boolean }) {
  const t = useTranslations("programmes");
  const studies = useTranslations("studies");
  const { setValue } = useFormContext();
  const status = useWatch({ name: "status" }) as Ending;
  const reason = useWatch({ name: "exitReason" }) as ExitReason;
  const reasons = REASONS_OF[status].filter((each) => each !== "GRAD" || !language);
  const [first] = reasons;
  useEffect(() => {
    if (first && !reasons.includes(reason)) setValue("exitReason", first);
  }, [first, reasons, reason, setValue]);
  return (
    <>
      <Field name="status" label={t("ending")}>
        {(control) => (
          <Select {...control}>
            {ENDINGS.map((value) => (
              <option key={value} value={value}>
                {studies(`status.${value}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="exitReason" label={t("exitReason")}>
        {(control) => (
          <Select {...control}>
            {reasons.map((value) => (
              <option key={value} value={value}>
                {studies(`exitReasons.${value}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function EndDialog({ asked, onClose }: Props<"end">) {
  const t = useTranslations("programmes");
  const { number, id, version, programme, language, start, today } = asked;
  return (
    <FieldsDialog
      id={`programme-end-${id}`}
      title={t("endTitle", { programme })}
      what={t("endWhat")}
      fields={[
        { name: "endDate", label: t("endDate"), kind: "date", min: start, max: today },
        { name: "note", label: t("note"), kind: "reason", optional: true },
      ]}
      defaults={{
        status: "COMPLETED",
        exitReason: language ? "COMP" : "GRAD",
        endDate: today < start ? start : today,
        note: "",
      }}
      action={endProgramme}
      toInput={({ status, exitReason, endDate = "", note = "" }) => ({
        number,
        id,
        version,
        endDate,
        note,
        status: status as Ending,
        exitReason: exitReason as ExitReason,
      })}
      submit={t("end")}
      done={t("ended")}
      onClose={onClose}
      before={<EndingFields language={language} />}
    />
  );
}

function ReopenDialog({ asked, onClose }: Props<"reopen">) {
  const t = useTranslations("programmes");
  const { number, id, version, programme } = asked;
  return (
    <FieldsDialog
      id={`programme-reopen-${id}`}
      title={t("reopenTitle", { programme })}
      what={t("reopenWhat")}
      fields={[{ name: "reason", label: t("reason"), help: t("reasonHelp"), kind: "reason" }]}
      defaults={{ reason: "" }}
      action={reopenProgramme}
      toInput={({ reason = "" }) => ({ number, id, version, reason })}
      submit={t("reopen")}
      done={t("reopened")}
      onClose={onClose}
    />
  );
}

function CatalogueDialog({ asked, onClose }: Props<"catalogue">) {
  const t = useTranslations("programmes");
  const { number, id, version, programme, catalogueDate, dateText, latest } = asked;
  return (
    <FieldsDialog
      id={`programme-catalogue-${id}`}
      title={t("catalogueTitle", { programme })}
      what={t("catalogueWhat", { date: dateText })}
      fields={[
        { name: "catalogueDate", label: t("catalogueDate"), kind: "date", min: catalogueDate, max: latest },
        { name: "reason", label: t("reason"), help: t("reasonHelp"), kind: "reason" },
      ]}
      defaults={{ catalogueDate: latest, reason: "" }}
      action={moveCatalogue}
      toInput={({ catalogueDate: wanted = "", reason = "" }) => ({
        number,
        id,
        version,
        catalogueDate: wanted,
        reason,
      })}
      submit={t("catalogue")}
      done={t("catalogueMoved")}
      onClose={onClose}
    />
  );
}
