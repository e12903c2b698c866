import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messages } from "@/lib/platform/i18n/messages";

const known = new Set(Object.keys(messages.en.reasons));

function read(pattern: string): Map<string, string> {
  const files = globSync(pattern, {
    exclude: (name) => /generated|node_modules|\.test\.ts/.test(String(name)),
  });
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** Codes of lists of their own, each with its messages: why a programme was left, why a change of cycle ended. */
const CODES = new Set([
  ...Object.keys(messages.en.studies.exitReasons),
  ...Object.keys(messages.en.programmes.cycle.ends),
]);

const sources = read("{app,components,lib,jobs,prisma,scripts}/**/*.{ts,tsx}");

/** Codes of the reasons that a source text keeps. */
const codesIn = (text: string) =>
  [...text.matchAll(/storedReason\(\s*"([^"]*)"/g)].map(([, code = ""]) => code);

/** Reasons that a source text would keep as a sentence in one language: `reason: "…"` and the like. */
const sentencesIn = (text: string) =>
  [...text.matchAll(/\b\w*[rR]eason(?::|\s=)\s*(?:"([A-Za-z][^"]*)"|`([^`]*)`)\s*[,;\n}]/g)]
    .map(([, plain, template]) => plain ?? template ?? "")
    .filter((words) => !known.has(words));

/** Reasons in SQL functions. */
const sqlReasonsIn = (text: string) =>
  [...text.matchAll(/\b(?:end_reason|status_reason|cancel_reason)\s*=\s*'([^']*)'/g)].map(
    ([, code = ""]) => code,
  );

describe("what the system writes into the database for people to read", () => {
  test("are codes that have a message, not sentences of one language", () => {
    const used = [...sources].flatMap(([file, text]) => codesIn(text).map((code) => `${file}: ${code}`));
    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((use) => !known.has(use.split(": ")[1] ?? ""))).toEqual([]);
    const sentences = [...sources].flatMap(([file, text]) =>
      sentencesIn(text).map((words) => `${file}: ${words}`),
    );
    expect(sentences.filter((found) => !CODES.has(found.split(": ")[1] ?? ""))).toEqual([]);
  });

  test("are codes in SQL functions too", () => {
    const found = [...read("prisma/sql/**/*.sql")].flatMap(([file, text]) =>
      sqlReasonsIn(text).map((code) => `${file}: ${code}`),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((use) => !known.has(use.split(": ")[1] ?? ""))).toEqual([]);
  });

  test("are noticed", () => {
    expect(sentencesIn('  reason: "admitted again",\n')).toEqual(["admitted again"]);
    expect(sentencesIn("  reason: `swapped for it`,\n")).toEqual(["swapped for it"]);
    expect(sentencesIn('  reason: storedReason("admitted"),\n')).toEqual([]);
    expect(sqlReasonsIn("SET end_reason = 'Nobody came', x = 1")).toEqual(["Nobody came"]);
  });
});
