import { describe, expect, test } from "vitest";
import { functionsIn, offeredFunctions } from "./source-functions";

describe("functions that lib offers (architecture.md 5.15)", () => {
  test("have a docstring", () => {
    const offered = offeredFunctions();
    expect(offered.length).toBeGreaterThan(500);
    const silent = offered.filter(({ documented }) => !documented);
    expect(silent.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  test("are noticed without one, whatever they are declared as", () => {
    const silent = (text: string) =>
      functionsIn("x.ts", text)
        .filter(({ documented }) => !documented)
        .map(({ name }) => name);
    expect(
      silent("export function a() {}\nexport const b = () => 1;\nexport const c = cache(async () => 2);"),
    ).toEqual(["a", "b", "c"]);
    expect(
      silent("/** Says. */\nexport function a() {}\n\n/** Of b. */\n\nexport const b = () => 1;"),
    ).toEqual([]);
    expect(silent("/** Says. */\nexport type A = 1;\nexport function a() {}")).toEqual(["a"]);
    expect(
      silent(
        "/** Says. */\nexport function a(x: 1): 1;\nexport function a(x: 2): 2;\nexport function a() {}",
      ),
    ).toEqual([]);
    expect(silent("// says\nexport function a() {}")).toEqual(["a"]);
    expect(silent("export const limit = 5;")).toEqual([]);
  });
});
