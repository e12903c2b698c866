import { getTranslations } from "next-intl/server";
import { listProgrammes } from "@/lib/curriculum/queries";
import { existingOption, importOptions } from "@/lib/people/import/schemas";
import { type ImportState, sampleRows } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ColumnsForm, type FileColumn } from "./columns-form";
import { SourceForm } from "./source-form";
import { sourceTexts } from "./source-texts";

const EXAMPLES = 3;
const STUDY_TIMES = ["MORNING", "AFTERNOON", "EVENING", "WEEKEND"] as const;

/** Letter of a column as spreadsheets name it: 0 is A, 26 is AA. */
function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}

/** Which column means what, and the choices for the whole list. */
export async function ColumnsStep({ actor, state }: { actor: AccountActor; state: ImportState }) {
  const { draft, set } = state;
  const [t, format, rows, programmes, texts] = await Promise.all([
    getTranslations("import"),
    getFormat(),
    sampleRows(actor, state, 8),
    listProgrammes(actor),
    sourceTexts(),
  ]);
  const read = draft.read;
  if (!read) return null;
  const columns = read.headings.map((heading, place): FileColumn => {
    const values = rows.map((row) => row.cells[place] ?? "").filter(Boolean);
    return {
      place,
      heading: heading || t("columns.noHeading", { letter: letterOf(place) }),
      examples: [...new Set(values)].slice(0, EXAMPLES),
    };
  });
  const { definition } = state;
  const today = campusToday();
  const options = {
    student: () => importOptions.parse({ existing: "reject", startDate: today, ...draft.options }),
    existing: () => existingOption.parse({ existing: "reject", ...draft.options }),
    from: () => ({ from: String({ from: today, ...draft.options }.from) }),
    nothing: () => null,
  }[definition.asks]();
  return (
    <div className="grid max-w-4xl gap-stack">
      <details className="rounded-lg border bg-card px-5 py-3 text-sm">
        <summary className="cursor-pointer">
          <span className="font-medium">{t("source.label")}</span>
          <span className="tabular ml-2 text-muted-foreground">
            {read.source.format === "xlsx"
              ? read.source.sheet
              : texts.encodings.find(
                  ({ value }) => read.source.format === "csv" && value === read.source.encoding,
                )?.label}
            {" · "}
            {t("source.rows", { rows: read.rows, header: format.number(read.headerRow) })}
          </span>
        </summary>
        <div className="pt-3 pb-1">
          <SourceForm id={set.id} version={set.version} source={read.source} texts={texts} />
        </div>
      </details>
      <ColumnsForm
        id={set.id}
        version={set.version}
        columns={columns}
        fields={definition.fields.map((value) => ({ value, label: loose(t)(`fields.${value}`) }))}
        needed={definition.needed}
        path={definition.path}
        mapping={draft.mapping ?? {}}
        options={options}
        programmes={programmes.map(({ code, name, nameKm }) => ({
          value: code,
          label: `${code} · ${actor.locale === "km" ? nameKm : name}`,
        }))}
        studyTimes={STUDY_TIMES.map((value) => ({ value, label: t(`options.studyTimes.${value}`) }))}
        texts={{
          title: t("columns.title"),
          intro: draft.remembered ? t("columns.remembered") : t("columns.guessed"),
          column: t("columns.column"),
          examples: t("columns.examples"),
          meaning: t("columns.meaning"),
          unused: t("columns.unused"),
          missing: loose(t)(`columns.needed.${definition.kind}`),
          twice: t("columns.twice", { field: "\u0001" }),
          used: t("columns.used", { used: "\u0001", all: String(columns.length) }),
          submit: t("columns.checkSubmit"),
          optionsTitle: t("options.title"),
          existing: t("options.existing"),
          existingReject: t("options.existingReject"),
          existingRejectHelp: t("options.existingRejectHelp"),
          existingUpdate: t("options.existingUpdate"),
          existingUpdateHelp: t("options.existingUpdateHelp"),
          programme: t("options.programme"),
          programmeNone: t("options.programmeNone"),
          startDate: t("options.startDate"),
          from: t("options.from"),
          fromHelp: t("options.fromHelp"),
          studyTime: t("options.studyTime"),
        }}
      />
    </div>
  );
}
