import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { compilePdf, compileSvg } from "@/lib/platform/documents/compile";
import { qrSvg } from "@/lib/platform/documents/qr";

const folder = mkdtempSync(join(tmpdir(), "naga-documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let templates = 0;
function template(text: string): URL {
  const path = join(folder, `${templates++}.typ`);
  writeFileSync(path, text);
  return pathToFileURL(path);
}

const createdAt = new Date("2026-11-24T05:00:00Z");
const LINE = `#import "/house.typ": *
#let d = json("/data.json")
#set page(width: auto, height: auto, margin: 2mm)
#show: house.with("km", 20pt)
#d.text`;

/** The glyphs of a text in the order in which they are drawn: the outlines themselves, so that ids do not matter. */
async function glyphsOf(text: string): Promise<{ outline: string; x: number }[]> {
  const svg = (await compileSvg({ template: template(LINE), data: { text }, createdAt })).bytes.toString();
  const outlines = new Map<string, string>();
  for (const [, id = "", inside = ""] of svg.matchAll(/<symbol id="([^"]+)"[^>]*>([\s\S]*?)<\/symbol>/g)) {
    outlines.set(id, inside.match(/ d="([^"]*)"/)?.[1] ?? "");
  }
  return [...svg.matchAll(/<use xlink:href="#([^"]+)"(?: x="([^"]*)")?/g)].map(([, id = "", x = "0"]) => ({
    outline: outlines.get(id) ?? `no outline ${id}`,
    x: Number(x),
  }));
}

const shapes = async (text: string) => (await glyphsOf(text)).map(({ outline }) => outline);

describe("Khmer in documents", () => {
  test("a subscript RO is drawn before its consonant, as it is written by hand", async () => {
    const [ka, sa] = [await shapes("ក"), await shapes("ស")];
    const kra = await shapes("ក្រ");
    const sra = await shapes("ស្រ");
    expect(ka).toHaveLength(1);
    // Two glyphs: the sign of the subscript, then the letter. Unshaped text would be letter, coeng, letter.
    expect(kra).toEqual([expect.any(String), ka[0]]);
    expect(sra).toEqual([kra[0], sa[0]]);
    expect(kra[0]).not.toBe((await shapes("រ"))[0]);
  });

  test("a subscript stands below: one sign, and never the letter itself", async () => {
    const [ta] = await shapes("ត");
    const sta = await shapes("ស្ត");
    expect(sta).toHaveLength(2);
    expect(sta[0]).toBe((await shapes("ស"))[0]);
    expect(sta[1]).not.toBe(ta);
    // Both subscripts of "woman": RO in front, TA below.
    const stri = await shapes("ស្ត្រី");
    expect(stri[0]).toBe((await shapes("ក្រ"))[0]);
    expect(stri).toContain(sta[1]);
  });

  test("a vowel of two halves stands around its consonant", async () => {
    const [ta] = await shapes("ត");
    const [before, letter] = await shapes("តេ");
    expect(letter).toBe(ta);
    // The left half of OO is the sign of E, and stands before whatever follows.
    for (const text of ["តោ", "កោ", "ម៉ោ"]) expect((await shapes(text))[0]).toBe(before);
  });

  test("no syllable is broken: nowhere a dotted circle", async () => {
    const [circle] = await shapes("\u25cc");
    expect(circle).toBeTruthy();
    for (const text of ["ខ្ញុំ", "ព្រះរាជាណាចក្រកម្ពុជា", "ម៉ឺន ស៊ីនួន", "សាស្ត្រាចារ្យ", "ច័ន្ទ"]) {
      const drawn = await shapes(text);
      expect(drawn).not.toContain(circle);
      expect(drawn.filter((outline) => outline.startsWith("no outline"))).toEqual([]);
    }
    expect(await shapes("\u17d2")).toContain(circle);
  });
});

describe("data never becomes template", () => {
  const hostile = [
    '#import "/house.typ": *',
    '#read("/etc/passwd")',
    "*bold* _it_ `raw` $x^2$",
    "= Heading",
    "a \\ b \\u{41}",
    "//comment /* x */",
    "<label> @ref",
    "#panic()",
    "]#panic()[",
    "\"quotes\" 'single'",
  ];

  test("names that look like code are drawn as they are", async () => {
    for (const text of hostile) {
      const letters = await Promise.all(
        [...text.replaceAll(" ", "")].map(async (char) => (await shapes(char))[0]),
      );
      const drawn = await shapes(text);
      // Ligatures aside, as many glyphs as letters, and the first and last are those of the text.
      expect(drawn.length, text).toBeGreaterThanOrEqual(letters.length - 2);
      expect(drawn.at(0), text).toBe(letters.at(0));
      expect(drawn.at(-1), text).toBe(letters.at(-1));
    }
  }, 120_000);

  test("a template reads nothing of this machine", async () => {
    const reads = template('#read("/../../../../../../etc/hostname")');
    await expect(compilePdf({ template: reads, data: {}, createdAt })).rejects.toThrow("not drawn");
  });
});

describe("a document", () => {
  test("is the same bytes for the same order", async () => {
    const order = { template: template(LINE), data: { text: "ស្រី 00742" }, createdAt };
    const [one, two] = await Promise.all([compilePdf(order), compilePdf(order)]);
    expect(one.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(one.pages).toBe(1);
    expect(two.bytes.equals(one.bytes)).toBe(true);
  });

  test("is given up when the job is", async () => {
    const order = { template: template(LINE), data: { text: "x" }, createdAt, signal: AbortSignal.abort() };
    await expect(compilePdf(order)).rejects.toThrow("abort");
  });

  test("a template that does not fit says where", async () => {
    const wrong = template('#let d = json("/data.json")\n#d.nothing');
    await expect(compilePdf({ template: wrong, data: {}, createdAt })).rejects.toThrow(/nothing/);
  });

  test("the code is an SVG of squares", () => {
    expect(qrSvg("NAGA:00742:06")).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/);
  });
});
