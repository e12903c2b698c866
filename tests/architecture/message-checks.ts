import compile from "icu-minify/compile";
import { hasKhmer, normaliseKhmer } from "@/lib/platform/i18n/khmer";

/** Messages by full key, `people.status.ACTIVE`. */
export type FlatMessages = Map<string, string>;

export type MessageTree = { [key: string]: string | MessageTree };

/** Flattens a tree of messages; anything but text at a leaf is an error of the file. */
export function flatten(tree: MessageTree, prefix = ""): FlatMessages {
  const flat: FlatMessages = new Map();
  for (const [key, value] of Object.entries(tree)) {
    if (key.includes(".")) throw new Error(`A key holds a dot: ${prefix}${key}`);
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

// The numbers by which icu-minify marks typed placeholders.
const SELECT = 1;
const PLURAL = 2;
const ORDINAL = 3;
const NUMBER = 4;

/** What a message wants: names of placeholders and tags with how they are written. */
export type Placeholders = Map<
  string,
  Set<"plain" | "number" | "digits" | "plural" | "select" | "other" | "tag">
>;

function add(
  found: Placeholders,
  name: string,
  use: "plain" | "number" | "digits" | "plural" | "select" | "other" | "tag",
) {
  found.set(name, (found.get(name) ?? new Set()).add(use));
}

function visit(node: unknown, found: Placeholders): void {
  if (!Array.isArray(node)) return;
  const [name, type, extra] = node as unknown[];
  if (typeof name !== "string") return;
  if (type === undefined) add(found, name, "plain");
  else if (type === SELECT || type === PLURAL || type === ORDINAL) {
    add(found, name, type === SELECT ? "select" : "plural");
    for (const branch of Object.values(extra as object)) visitAll(branch, found);
  } else if (type === NUMBER) add(found, name, extra === "digits" ? "digits" : "number");
  else if (typeof type === "number" && type > 0) add(found, name, "other");
  else {
    add(found, name, "tag");
    for (const child of node.slice(1)) visit(child, found);
  }
}

function visitAll(nodes: unknown, found: Placeholders): void {
  if (Array.isArray(nodes)) for (const node of nodes) visit(node, found);
}

/** Placeholders and tags of a message. Throws when the message is no valid ICU text. */
export function placeholders(message: string): Placeholders {
  const found: Placeholders = new Map();
  const compiled = compile(message);
  visitAll(typeof compiled === "string" ? [] : compiled, found);
  return found;
}

/** Problems of one pair of messages, in words. */
export function pairProblems(
  key: string,
  english: string,
  khmer: string,
  latinAllowed: (key: string) => boolean,
): string[] {
  const problems: string[] = [];
  const [en, km] = [english, khmer].map((message) => {
    try {
      return placeholders(message);
    } catch (error) {
      problems.push(`${key}: no valid ICU message (${String(error)})`);
      return new Map() as Placeholders;
    }
  }) as [Placeholders, Placeholders];
  for (const name of en.keys()) if (!km.has(name)) problems.push(`${key}: Khmer lacks {${name}}`);
  for (const name of km.keys()) if (!en.has(name)) problems.push(`${key}: only Khmer has {${name}}`);
  for (const [name, uses] of km) {
    const counted = en.get(name)?.has("plural") || en.get(name)?.has("number");
    if (counted && uses.has("plain")) problems.push(`${key}: write {${name}, number, digits} in Khmer`);
    if (uses.has("number")) problems.push(`${key}: {${name}, number} needs the format "digits" in Khmer`);
    // Khmer has no plural forms: a plural there only hides the digits from the person's choice.
    if (uses.has("plural")) problems.push(`${key}: Khmer has no plural, write {${name}, number, digits}`);
  }
  return [...problems, ...khmerProblems(key, khmer, english, latinAllowed), ...englishProblems(key, english)];
}

const LETTER = /\p{L}/u;

/** The words of a message without placeholders and tags. */
function words(message: string): string {
  return message.replace(/<\/?\w+>/g, "").replace(/\{\w+(, [^{}]*)?\}/g, "");
}

function khmerProblems(
  key: string,
  khmer: string,
  english: string,
  latinAllowed: (key: string) => boolean,
): string[] {
  const problems: string[] = [];
  const text = words(khmer);
  if (khmer.trim() === "") problems.push(`${key}: empty in Khmer`);
  if (!hasKhmer(text) && LETTER.test(text) && !latinAllowed(key)) {
    problems.push(`${key}: not translated (${JSON.stringify(khmer)})`);
  }
  if (khmer === english && LETTER.test(text) && !latinAllowed(key))
    problems.push(`${key}: the same in both languages`);
  if (khmer !== normaliseKhmer(khmer))
    problems.push(`${key}: invisible characters or unusual order of Khmer signs`);
  if (/[\u1780-\u17d3]\s*\.(\s|$)/.test(text)) problems.push(`${key}: Khmer sentences end with ។`);
  if (/[\u1780-\u17d3]\s*:/.test(text)) problems.push(`${key}: Khmer writes ៖ for a colon`);
  // The choice between the two styles of digits shows them.
  if (/[\u17e0-\u17e9]/.test(text) && !key.includes("digitStyles"))
    problems.push(`${key}: digits in messages are Western; placeholders follow the person's choice`);
  return problems;
}

function englishProblems(key: string, english: string): string[] {
  const problems: string[] = [];
  if (english.trim() === "") problems.push(`${key}: empty in English`);
  if (english !== english.trim()) problems.push(`${key}: blanks around the English text`);
  return problems;
}

/** Terms that the glossary tells not to use: `wrong` → what stands instead. */
export function glossaryBans(markdown: string): Map<string, string> {
  const bans = new Map<string, string>();
  for (const line of markdown.split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length < 6 || !hasKhmer(cells[2] ?? "")) continue;
    for (const wrong of (cells[3] ?? "").split("、").join(",").split(",")) {
      if (hasKhmer(wrong)) bans.set(wrong.trim(), cells[2] ?? "");
    }
  }
  return bans;
}

/** Problems of one Khmer message with the terms of the glossary. */
export function termProblems(key: string, khmer: string, bans: Map<string, string>): string[] {
  return [...bans]
    .filter(([wrong]) => khmer.includes(wrong))
    .map(([wrong, right]) => `${key}: the glossary says ${right}, not ${wrong}`);
}
