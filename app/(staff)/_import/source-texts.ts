import { getTranslations } from "next-intl/server";

export type SourceTexts = Record<"sheet" | "encoding" | "delimiter" | "reread", string> & {
  encodings: { value: string; label: string }[];
  delimiters: { value: string; label: string }[];
};

/** What the form of the ways to read a file says. */
export async function sourceTexts(): Promise<SourceTexts> {
  const t = await getTranslations("import.source");
  return {
    sheet: t("sheet"),
    encoding: t("encoding"),
    delimiter: t("delimiter"),
    reread: t("reread"),
    encodings: (["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const).map((value) => ({
      value,
      label: t(`encodings.${value}`),
    })),
    delimiters: [
      { value: ",", label: t("delimiters.comma") },
      { value: ";", label: t("delimiters.semicolon") },
      { value: "\t", label: t("delimiters.tab") },
      { value: "|", label: t("delimiters.bar") },
    ],
  };
}
