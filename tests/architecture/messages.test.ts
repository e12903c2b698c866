import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/platform/i18n/messages";
import {
  flatten,
  glossaryBans,
  type MessageTree,
  pairProblems,
  placeholders,
  termProblems,
} from "./message-checks";

const DIRECTORY = "lib/platform/i18n/messages";
const english = flatten(messages.en as MessageTree);
const khmer = flatten(messages.km as MessageTree);

/** Names, codes and abbreviations that stand in Latin letters in Khmer too. */
const LATIN: RegExp[] = [
  /^layout\.name$/,
  /\.languages?\.(en|km)$/,
  /^common\.appName$/,
  /\.language\.(en|english)$/,
  /(^|\.)(csv|xlsx|pdf|gpa|id|url)$/i,
];
const latinAllowed = (key: string) => LATIN.some((pattern) => pattern.test(key));

function sources(): Map<string, string> {
  const files = globSync("{app,components,lib,jobs,scripts}/**/*.{ts,tsx}", {
    exclude: (name) => /generated|node_modules/.test(String(name)),
  });
  return new Map(
    files.filter((file) => !/\.test\.tsx?$/.test(file)).map((file) => [file, readFileSync(file, "utf8")]),
  );
}

/** Every match of the first group, with its file. */
function literals(pattern: RegExp, only?: RegExp): { file: string; code: string }[] {
  const found: { file: string; code: string }[] = [];
  for (const [file, text] of sources()) {
    if (only && !only.test(file)) continue;
    for (const [, code = ""] of text.matchAll(pattern)) found.push({ file, code });
  }
  return found;
}

const missing = (used: { file: string; code: string }[], known: (code: string) => boolean) =>
  used.filter(({ code }) => !known(code)).map(({ file, code }) => `${file}: ${code}`);

describe("files of messages", () => {
  it("are the same in both languages, and all registered", () => {
    const files = readdirSync(`${DIRECTORY}/en`).sort();
    expect(readdirSync(`${DIRECTORY}/km`).sort()).toEqual(files);
    const registry = readFileSync("lib/platform/i18n/messages.ts", "utf8");
    expect(
      files.filter((file) => !registry.includes(`/en/${file}"`) || !registry.includes(`/km/${file}"`)),
    ).toEqual([]);
  });
});

describe("messages", () => {
  it("exist in both languages", () => {
    expect([...english.keys()].filter((key) => !khmer.has(key))).toEqual([]);
    expect([...khmer.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it("are valid, translated, and want the same values in both languages", () => {
    const problems = [...english].flatMap(([key, text]) =>
      pairProblems(key, text, khmer.get(key) ?? "", latinAllowed),
    );
    expect(problems).toEqual([]);
  });

  it("use the terms of the glossary", () => {
    const bans = glossaryBans(readFileSync("docs/glossary.md", "utf8"));
    expect(bans.size).toBeGreaterThan(5);
    expect([...khmer].flatMap(([key, text]) => termProblems(key, text, bans))).toEqual([]);
  });
});

describe("codes in the source have a message", () => {
  it("errors that are thrown", () => {
    const thrown = literals(/new AppError\(\s*"[a-z_]+",\s*"([a-z_.0-9]+)"/g);
    expect(thrown.length).toBeGreaterThan(10);
    expect(missing(thrown, (code) => english.has(`errors.${code}`))).toEqual([]);
  });

  it("errors by constraint and by field", () => {
    const mapped = literals(/"([a-z_]+\.[a-z0-9_]+)"/g, /lib\/platform\/db\/constraint-errors\.ts$/);
    const fields = literals(
      /\.(?:refine|min|max|regex|check)\([^;]*?"([a-z]+\.[a-z0-9_]+)(?:\?[^"]*)?"/g,
      /schemas?(\/[\w-]+)?\.ts$/,
    );
    expect(mapped.length).toBeGreaterThan(10);
    expect(missing([...mapped, ...fields], (code) => english.has(`errors.${code}`))).toEqual([]);
  });

  it("rules and remedies", () => {
    const rules = literals(/\brule:\s*"([a-z_.0-9]+)"/g);
    expect(missing(rules, (code) => english.has(`rules.${code}`) || english.has(`remedies.${code}`))).toEqual(
      [],
    );
  });

  it("labels of the navigation", () => {
    const labels = literals(/\blabelKey:\s*"([\w.]+)"/g, /navigation\.ts$/);
    expect(missing(labels, (code) => english.has(`navigation.${code}`) || english.has(code))).toEqual([]);
  });
});

describe("the guard bites", () => {
  const problems = (en: string, km: string) => pairProblems("x.y", en, km, latinAllowed).join("\n");

  it("on messages that are missing a value or are no ICU text", () => {
    expect(problems("Hello {name}", "សួស្ដី")).toMatch(/Khmer lacks \{name\}/);
    expect(problems("Hello", "សួស្ដី {name}")).toMatch(/only Khmer has \{name\}/);
    expect(problems("Hello <b>x</b>", "សួស្ដី")).toMatch(/lacks \{b\}/);
    expect(problems("{n, plural, one {#}}", "{n")).toMatch(/no valid ICU/);
  });

  it("on numbers that would not follow the person's digits", () => {
    expect(problems("{n, plural, one {# row} other {# rows}}", "{n} ជួរ")).toMatch(/number, digits/);
    expect(problems("{n, plural, one {# row} other {# rows}}", "{n, plural, other {# ជួរ}}")).toMatch(
      /no plural/,
    );
    expect(problems("{n, plural, one {# row} other {# rows}}", "{n, number, digits} ជួរ")).toBe("");
    expect(problems("Top 3", "កំពូល ៣")).toMatch(/Western/);
  });

  it("on messages that are not translated or not set as Khmer is", () => {
    expect(problems("Save", "Save")).toMatch(/not translated/);
    expect(problems("Save", "")).toMatch(/empty in Khmer/);
    expect(problems("Saved.", "បានរក្សាទុក.")).toMatch(/end with ។/);
    expect(problems("Name: {n}", "ឈ្មោះ: {n}")).toMatch(/៖/);
    expect(problems("Save", "រក្សា\u200bទុក")).toMatch(/invisible/);
    expect(problems("{a}–{b}", "{a}–{b}")).toBe("");
  });

  it("on terms that the glossary bans", () => {
    const bans = glossaryBans("| student | និស្សិត | សិស្ស | note |");
    expect(termProblems("x", "ជ្រើសសិស្ស", bans)).toEqual(["x: the glossary says និស្សិត, not សិស្ស"]);
  });

  it("and sees placeholders inside branches and tags", () => {
    expect([...placeholders("{g, select, M {he <b>{x}</b>} other {they}}").keys()].sort()).toEqual([
      "b",
      "g",
      "x",
    ]);
  });
});
