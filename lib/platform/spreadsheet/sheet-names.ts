import { AppError } from "@/lib/platform/errors";
import { readEntry, readZipDirectory } from "./zip";

/** A table of contents is small; a longer one is none. */
const MAX_CONTENTS = 4 * 1_048_576;

/**
 * Names of the sheets that a person sees, in their order. Only the table of contents is unpacked: opening the workbook
 * for its names would read all of its texts.
 * @throws AppError `spreadsheet.damaged`
 */
export async function listSheetNames(path: string): Promise<string[]> {
  const entries = (await readZipDirectory(path)) ?? [];
  const contents = entries.find((entry) => entry.name === "xl/workbook.xml");
  const xml = contents && (await readEntry(path, contents, MAX_CONTENTS).catch(() => null));
  if (!xml) throw new AppError("invalid", "spreadsheet.damaged");
  return [...xml.toString("utf8").matchAll(/<(?:\w+:)?sheet(\s[^>]*)>/g)].flatMap(([, attributes = ""]) => {
    const name = /\sname="([^"]*)"/.exec(attributes)?.[1];
    const isHidden = /\sstate="(hidden|veryHidden)"/.test(attributes);
    return name === undefined || isHidden ? [] : [decodeXml(name)];
  });
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
}
