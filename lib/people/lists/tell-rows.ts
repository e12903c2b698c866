import "server-only";
import type { PeopleColumn, Words } from "@/lib/people/lists/columns";
import type { ExportRow, PeopleExport } from "@/lib/people/lists/export-people";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translator } from "@/lib/platform/i18n/translator";

const PLACES: Record<Exclude<Words, "province">, string> = {
  status: "people.status",
  studyTime: "people.studyTimes",
  gender: "people.gender",
  yesNo: "people.yesNo",
  profileStatus: "lists.status",
  degree: "lists.degree",
};

/** The headings of a file in a language. */
export function headingsOf(columns: readonly PeopleColumn[], locale: Locale): string[] {
  const lists = loose(translator("lists", locale));
  const people = loose(translator("people", locale));
  return columns.map(({ key }) =>
    lists.has(`columns.${key}`) ? lists(`columns.${key}`) : people(`columns.${key}`),
  );
}

function plain(value: ExportRow[string] | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}

/** The cells of a file for machines: codes as codes, yes and no as 1 and 0. */
export async function* codedCells({ columns, rows }: PeopleExport): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map(({ key }) => plain(row[key]));
}

/** The cells of a file for people: words in their language; the import understands them too. */
export async function* toldCells({ columns, rows }: PeopleExport, locale: Locale): AsyncGenerator<string[]> {
  const say = {
    people: loose(translator("people", locale)),
    lists: loose(translator("lists", locale)),
  };
  const provinces = new Map<string, string>(BIRTH_PROVINCES.map((each) => [each.code, each[locale]]));
  const tell = (words: Words | undefined, value: ExportRow[string] | undefined): string => {
    if (words === undefined || value === null || value === undefined || value === "") return plain(value);
    if (words === "province") return provinces.get(String(value)) ?? String(value);
    const [namespace = "", part = ""] = PLACES[words].split(".");
    return say[namespace as keyof typeof say](`${part}.${String(value)}`);
  };
  for await (const row of rows) yield columns.map(({ key, words }) => tell(words, row[key]));
}
