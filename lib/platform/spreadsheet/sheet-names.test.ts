import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { zip } from "@/tests/factories/zip";
import { listSheetNames } from "./sheet-names";

const folder = mkdtempSync(join(tmpdir(), "naga-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function names(xml: string): Promise<string[]> {
  const path = join(folder, "book.xlsx");
  writeFileSync(path, zip([{ name: "xl/workbook.xml", content: Buffer.from(xml) }]));
  return listSheetNames(path);
}

describe("names of sheets", () => {
  test("stand in their order, without the hidden ones, whatever they are called", async () => {
    const xml = `<workbook><sheets><sheet name="និស្សិត" sheetId="2" r:id="rId1"/>
      <sheet name="A &amp; B &lt;&#x31;&#50;&gt;" sheetId="1" state="visible" r:id="rId2"/>
      <sheet sheetId="3" state="hidden" name="Secret" r:id="rId3"/><x:sheet name="Last" sheetId="4"></x:sheet>
      </sheets></workbook>`;
    expect(await names(xml)).toEqual(["និស្សិត", "A & B <12>", "Last"]);
  });

  test("of a workbook without any are none; without contents it is damaged", async () => {
    expect(await names("<workbook/>")).toEqual([]);
    const path = join(folder, "empty.xlsx");
    writeFileSync(path, zip([{ name: "xl/styles.xml", content: Buffer.from("<x/>") }]));
    await expect(listSheetNames(path)).rejects.toMatchObject({ code: "spreadsheet.damaged" });
  });
});
