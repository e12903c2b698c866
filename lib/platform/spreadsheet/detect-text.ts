import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { utf16Order } from "@/lib/platform/storage/utf16";
import { DELIMITERS, type Delimiter, type Encoding } from "./table";

const HEAD_BYTES = 65_536;

/** The first bytes of a file. */
export async function readHead(path: string, bytes = HEAD_BYTES): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The encoding of a text file: by its mark, by how UTF-16 reads, else UTF-8 when the whole file is valid UTF-8,
 * else Windows-1252, which is what older spreadsheets save.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const head = await readHead(path, 4_096);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  const order = utf16Order(head);
  if (order) return order;
  return (await isUtf8(path)) ? "utf-8" : "windows-1252";
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** `sep=;` on the first line, which some spreadsheets write for each other; null without it. */
export function declaredDelimiter(text: string): Delimiter | null {
  const sign = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === sign) ?? null;
}

/**
 * The sign between cells: the one that splits most of the first lines into the same, largest number of cells.
 * A comma when nothing splits anything.
 */
export function detectDelimiter(text: string): Delimiter {
  const declared = declaredDelimiter(text);
  if (declared) return declared;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = widthsOf(text, delimiter);
    const width = widths[0] ?? 1;
    if (width < 2) continue;
    const alike = widths.filter((other) => other === width).length / widths.length;
    const score = alike * Math.log2(width + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsOf(text: string, delimiter: Delimiter): number[] {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      to: 20,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return rows.map((row) => row.length);
  } catch {
    return [];
  }
}
