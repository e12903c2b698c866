import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvCell, csvResponse, csvStream, neutraliseCell, restoreCell } from "./csv";

async function text(header: string[], rows: CsvCell[][]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of csvStream(header, rows)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

describe("neutraliseCell", () => {
  it.each(["=1+1", "+855 12 345 678", "-2", "@SUM(A1)", "\tx", "\rx", "＝1"])("makes %j text", (cell) => {
    expect(neutraliseCell(cell)).toBe(`'${cell}`);
  });

  it("leaves numbers and harmless text alone", () => {
    expect(neutraliseCell(-5)).toBe("-5");
    expect(neutraliseCell("សុខ ដារ៉ា")).toBe("សុខ ដារ៉ា");
    expect(neutraliseCell(null)).toBe("");
    expect(neutraliseCell(Number.NaN)).toBe("");
  });

  it("is undone by restoreCell, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (cell) => {
        // A text that already looks neutralised is the one that cannot be told apart.
        fc.pre(restoreCell(cell) === cell);
        expect(restoreCell(neutraliseCell(cell))).toBe(cell);
      }),
    );
  });
});

describe("csvStream", () => {
  it("starts with a byte order mark and ends lines as Excel does", async () => {
    expect(await text(["number", "name"], [[17, "SOK, Dara"]])).toBe(
      '\ufeffnumber,name\r\n17,"SOK, Dara"\r\n',
    );
  });

  it("is read back as written", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        async (rows) => {
          const parsed: string[][] = parse(await text(["a", "b"], rows), { bom: true });
          expect(parsed.slice(1)).toEqual(rows.map((row) => row.map(neutraliseCell)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("stops asking for rows when the reader goes away", async () => {
    let made = 0;
    async function* endless() {
      for (;;) {
        made += 1;
        yield ["x".repeat(200)];
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const stream = csvStream(["a"], endless());
    for await (const _ of stream) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const after = made;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBeLessThanOrEqual(after + 1);
  });

  it("answers as a download", async () => {
    const response = csvResponse("students 2026/27", ["a"], [["b"]]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="students_2026_27.csv"');
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer())).toBe(
      "\ufeffa\r\nb\r\n",
    );
  });
});
