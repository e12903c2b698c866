import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { zip } from "@/tests/factories/zip";
import { writeXlsx } from "./write-xlsx";
import { guardXlsx } from "./xlsx-guard";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "naga-guard-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function guard(content: Buffer): Promise<void> {
  const path = join(folder, "file.xlsx");
  await writeFile(path, content);
  await guardXlsx(path);
}

const workbook = { name: "xl/workbook.xml", content: Buffer.from("<workbook/>") };
const sheet = { name: "xl/worksheets/sheet1.xml", content: Buffer.from("<worksheet/>") };
const texts = { name: "xl/sharedStrings.xml", content: Buffer.from("<sst/>") };

/** The bytes of a ZIP whose last listed entry is marked as one whose sizes follow it. */
function asStreamed(file: Buffer, name: string): Buffer {
  for (const [mark, flags, nameAt] of [
    ["504b0304", 6, 30],
    ["504b0102", 8, 46],
  ] as const) {
    let at = -1;
    do at = file.indexOf(Buffer.from(mark, "hex"), at + 1);
    while (at >= 0 && file.toString("latin1", at + nameAt, at + nameAt + name.length) !== name);
    file.writeUInt16LE(8, at + flags);
  }
  return file;
}

describe("a workbook whose directory tells the truth passes", () => {
  test("as our own writer makes it", async () => {
    const parts: Buffer[] = [];
    for await (const part of writeXlsx([{ name: "S", headings: ["a"], rows: [["1"]] }])) parts.push(part);
    await expect(guard(Buffer.concat(parts))).resolves.toBeUndefined();
  });

  test("with sizes before and after the content", async () => {
    await expect(guard(zip([workbook, texts, sheet]))).resolves.toBeUndefined();
    await expect(guard(asStreamed(zip([workbook, sheet]), sheet.name))).resolves.toBeUndefined();
  });
});

describe("what a reader that streams would meet unlisted is refused", () => {
  test.each([
    ["an entry before the others", zip([{ ...texts, hidden: true }, workbook, sheet])],
    ["an entry between", zip([workbook, { ...texts, hidden: true }, sheet])],
    ["an entry after the others", zip([workbook, sheet, { ...texts, hidden: true }])],
    ["an entry that is listed under a harmless name", zip([workbook, { ...texts, listedAs: "docs/readme" }])],
  ])("%s", async (_what, content) => {
    await expect(guard(content)).rejects.toMatchObject({ code: "spreadsheet.damaged" });
  });

  test("a streamed entry that goes on where its directory says it ended", async () => {
    const content = Buffer.concat([deflateRawSync(sheet.content), Buffer.alloc(200)]);
    const file = asStreamed(zip([workbook, { ...sheet, content, packed: content }]), sheet.name);
    await expect(guard(file)).rejects.toMatchObject({ code: "spreadsheet.damaged" });
  });
});
