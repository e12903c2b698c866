import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editCourse } from "@/lib/curriculum/courses/actions";
import { listCourseChoices } from "@/lib/curriculum/courses/queries/list-courses";
import { levelName } from "@/lib/curriculum/courses/rules";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { LoadedCourse } from "./load";

const number = (value: number | null) => (value === null ? null : String(value));

/** The fields of a version, edited where they stand; what it is worth only until it begins. */
export async function CourseFields({ course: { actor, shown, editable, today } }: { course: LoadedCourse }) {
  const [t, f, format, { cycles, programmes }] = await Promise.all([
    getTranslations("courses"),
    getTranslations("courses.fields"),
    getFormat(),
    listCourseChoices(actor),
  ]);
  const yesNo = [
    { value: "true", label: t("yes") },
    { value: "false", label: t("no") },
  ];
  const flag = (field: "isActive" | "isFoundationYear" | "isSeniorProject"): RecordField => ({
    field,
    label: f(field),
    value: String(shown[field]),
    kind: "select",
    options: yesNo,
    emptyAs: "",
  });
  const term = (field: "earliestTerm" | "recommendedTerm" | "latestTerm"): RecordField => ({
    field,
    label: f(field),
    value: number(shown[field]),
    maxLength: 2,
  });
  const words: RecordField[] = [
    { field: "title", label: f("title"), value: shown.title, lang: "en", maxLength: 150, emptyAs: "" },
    { field: "titleKm", label: f("titleKm"), value: shown.titleKm, lang: "km", maxLength: 150 },
    { field: "shortTitle", label: f("shortTitle"), value: shown.shortTitle, maxLength: 60, emptyAs: "" },
    {
      field: "retryPriority",
      label: f("retryPriority"),
      value: number(shown.retryPriority),
      maxLength: 1,
      emptyAs: "",
    },
    term("earliestTerm"),
    term("recommendedTerm"),
    term("latestTerm"),
    flag("isActive"),
    flag("isFoundationYear"),
    flag("isSeniorProject"),
    {
      field: "description",
      label: f("description"),
      value: shown.description,
      kind: "textarea",
      maxLength: 2000,
    },
  ];
  const cycle = cycles.find(({ id }) => id === shown.cycle.id);
  const worth: RecordField[] = [
    { field: "credits", label: f("credits"), value: number(shown.credits), maxLength: 2, emptyAs: "" },
    {
      field: "cycleId",
      label: f("cycle"),
      value: String(shown.cycle.id),
      kind: "select",
      emptyAs: "",
      options: (cycle ? cycles : []).map((each) => ({
        value: String(each.id),
        label: format.words({ en: each.name, km: each.nameKm }),
      })),
    },
    {
      field: "programmeCode",
      label: f("programme"),
      value: shown.programmeCode,
      kind: "select",
      options: programmes
        .filter(({ kind }) => kind === "LANGUAGE")
        .map(({ code, name, nameKm }) => ({ value: code, label: format.words({ en: name, km: nameKm }) })),
    },
    {
      field: "level",
      label: f("level"),
      value: number(shown.level),
      display: shown.level === null ? null : levelName(shown.level),
      maxLength: 2,
    },
  ];
  const ofLanguage = shown.cycle.code === "LANG" || shown.programmeCode !== null;
  const shownWorth = ofLanguage ? worth : worth.slice(0, 2);
  const begun = shown.validFrom <= today;
  const key = { id: shown.id };
  return (
    <ClientMessages namespaces={["forms"]}>
      <Section title={t("page.words")}>
        <RecordFields
          action={editCourse}
          record={key}
          version={shown.version}
          editable={editable}
          fields={words}
        />
      </Section>
      <Section title={t("page.worth")}>
        <RecordFields
          action={editCourse}
          record={key}
          version={shown.version}
          editable={editable && !begun}
          fields={shownWorth}
        >
          {editable && begun ? (
            <p className="text-muted-foreground text-sm sm:col-span-2">{t("page.worthFixed")}</p>
          ) : null}
        </RecordFields>
      </Section>
    </ClientMessages>
  );
}
