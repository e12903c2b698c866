import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { zip } from "@/tests/factories/zip";

const MB = 1_048_576;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const folder = mkdtempSync(join(tmpdir(), "naga-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const part = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content) });
const sheet = (...inner: (string | Buffer)[]) =>
  part(
    "xl/worksheets/sheet1.xml",
    wrap(`<worksheet xmlns="${MAIN}"><sheetData>`, inner, "</sheetData></worksheet>"),
  );
const texts = (...inner: (string | Buffer)[]) =>
  part("xl/sharedStrings.xml", wrap(`<sst xmlns="${MAIN}">`, inner, "</sst>"));

function wrap(before: string, inner: (string | Buffer)[], after: string): Buffer {
  return Buffer.concat([before, ...inner, after].map((each) => Buffer.from(each)));
}

/** About so many megabytes of a block of 16 kB repeated: it packs well, but not so well that it looks like a bomb. */
function repeated(megabytes: number, each: (n: number) => string): Buffer {
  let block = "";
  for (let n = 1; block.length < 16_000; n += 1) block += each((n * 48_271) % 99_991);
  return Buffer.alloc(Math.ceil((megabytes * MB) / block.length) * block.length, block);
}

/** A whole workbook around its sheet and texts. */
function save(name: string, parts: { name: string; content: Buffer }[]): string {
  const path = join(folder, name);
  const kinds = ["worksheet", "sharedStrings"].map(
    (kind, at) =>
      `<Relationship Id="r${at}" Type="${OFFICE}/${kind}" Target="${at === 0 ? "worksheets/sheet1.xml" : "sharedStrings.xml"}"/>`,
  );
  const frame = [
    part("[Content_Types].xml", "<Types/>"),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ),
    part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}">${kinds.join("")}</Relationships>`),
  ];
  writeFileSync(path, zip([...frame, ...parts]));
  return path;
}

const READER = `
import { inspectTable, readTable } from "@/lib/platform/spreadsheet/read-table";
let rows = 0;
let code = "";
let peak = 0;
// What the kernel calls the peak begins with that of the parent.
const look = () => { peak = Math.max(peak, process.memoryUsage.rss()); };
setInterval(look, 20).unref();
try {
  for await (const _ of readTable(process.argv[2], await inspectTable(process.argv[2]))) rows += 1;
} catch (error) {
  code = error.code ?? String(error);
}
look();
console.log(JSON.stringify({ rows, code, peakMb: Math.round(peak / 1_048_576) }));
`;

/** Reads a file in a process of its own, as the worker would; megabytes at the highest. */
async function readApart(path: string): Promise<{ rows: number; code: string; peakMb: number }> {
  const script = join(process.cwd(), "tests", `.reader-${process.pid}.mts`);
  writeFileSync(script, READER);
  try {
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
    return JSON.parse(said);
  } finally {
    rmSync(script);
  }
}

const ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

describe("a workbook may not take the worker's memory", { timeout: 60_000 }, () => {
  test("millions of tiny texts, as many as are let in, are held below 500 MB", async () => {
    const path = save("texts.xlsx", [texts(repeated(60, (n) => `<si><t>${n}</t></si>`)), sheet(ROW)]);
    const { rows, code, peakMb } = await readApart(path);
    expect({ rows, code }).toEqual({ rows: 1, code: "" });
    expect(peakMb).toBeLessThan(500);
  });

  test("one cell without end is refused below 500 MB, and the process lives", async () => {
    const cell = repeated(280, (n) => String(n));
    const path = save("cell.xlsx", [
      texts(),
      sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>', cell, "</t></is></c></row>"),
    ]);
    const { code, peakMb } = await readApart(path);
    expect(code).toBe("spreadsheet.needs_too_much_memory");
    expect(peakMb).toBeLessThan(500);
  });

  test("texts that unpack without end are refused before they are read", async () => {
    const path = save("bomb.xlsx", [texts(repeated(70, (n) => `<si><t>${n}</t></si>`)), sheet(ROW)]);
    expect(await readApart(path)).toMatchObject({ code: "spreadsheet.unpacks_too_large", rows: 0 });
    const zeros = save("zeros.xlsx", [texts(Buffer.alloc(100 * MB)), sheet(ROW)]);
    expect(await readApart(zeros)).toMatchObject({ code: "spreadsheet.unpacks_too_large", rows: 0 });
  });

  test("a cell longer than the format allows is named by its row", async () => {
    const path = save("long.xlsx", [
      texts(),
      sheet(
        ROW.replaceAll("1", "7"),
        `<row r="8"><c r="A8" t="inlineStr"><is><t>${"x".repeat(32_768)}</t></is></c></row>`,
      ),
    ]);
    await expect(async () => {
      for await (const _ of readTable(path, { format: "xlsx", sheets: ["S"], sheet: "S" }));
    }).rejects.toMatchObject({ code: "spreadsheet.cell_too_long", params: { row: 8 } });
  });
});

describe("the thread that reads", () => {
  async function list(rows: number): Promise<string> {
    const path = join(folder, `list-${rows}.xlsx`);
    const lines = Array.from({ length: rows }, (_, n) => [String(n + 1), "សុខ ដារ៉ា"]);
    const parts: Buffer[] = [];
    for await (const each of writeXlsx([{ name: "S", headings: ["Number", "Name"], rows: lines }]))
      parts.push(each);
    writeFileSync(path, Buffer.concat(parts));
    return path;
  }
  const source = { format: "xlsx", sheets: ["S"], sheet: "S" } as const;

  test("hands over every row in its order", async () => {
    const found: string[] = [];
    for await (const { cells } of readTable(await list(1_000), { ...source, sheets: ["S"] }))
      found.push(cells[0] ?? "");
    expect(found).toEqual(["Number", ...Array.from({ length: 1_000 }, (_, n) => String(n + 1))]);
  });

  test("ends when the reader goes away, and says what is wrong as the reader itself would", async () => {
    for await (const _ of readTable(await list(1_000), { ...source, sheets: ["S"] })) break;
    await expect(async () => {
      for await (const _ of readTable(await list(2), { ...source, sheets: ["S"], sheet: "Other" }));
    }).rejects.toMatchObject({ code: "spreadsheet.no_such_sheet", params: { sheet: "Other" } });
  });
});
