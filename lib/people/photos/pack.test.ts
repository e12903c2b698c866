import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEntry, readZipDirectory } from "@/lib/platform/spreadsheet/zip";
import { contentTypeOf } from "@/lib/platform/storage/content-type";
import { packFiles } from "./pack";

const folder = mkdtempSync(join(tmpdir(), "naga-pack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an archive made in the browser", () => {
  it("is read by the reader that looks at every header, with the same names and content", async () => {
    const files = [
      new File(["one"], "00742.jpg"),
      new File([], "empty.png"),
      new File(["ពីរ"], "743 សុខ.webp"),
    ];
    const packed = Buffer.from(await (await packFiles(files)).arrayBuffer());
    const path = join(folder, "packed.zip");
    writeFileSync(path, packed);
    expect(await contentTypeOf(packed)).toBe("application/zip");
    const entries = await readZipDirectory(path);
    expect(entries?.map(({ name }) => name)).toEqual(["00742.jpg", "empty.png", "743 សុខ.webp"]);
    const contents = await Promise.all((entries ?? []).map((entry) => readEntry(path, entry, 1_000)));
    expect(contents.map((content) => content?.toString())).toEqual(["one", "", "ពីរ"]);
  });
});
