import { type Fact, type FactValues, isFact } from "./facts";

/** A place for a fact; spaces beside the name do no harm. */
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The facts that a text asks for, each once, in their order. */
export function factsIn(text: string): Fact[] {
  const names = [...text.matchAll(PLACE)].map(([, name = ""]) => name);
  return [...new Set(names)].filter(isFact);
}

/** What stands between braces and is no fact, as written; also braces that are opened and not closed. */
export function unknownPlaces(text: string): string[] {
  const wrong = [...text.matchAll(PLACE)].filter(([, name = ""]) => !isFact(name)).map(([place]) => place);
  const rest = text.replace(PLACE, "");
  const loose = rest.match(/\{\{.{0,20}|.{0,20}\}\}/)?.[0];
  return [...new Set(loose === undefined ? wrong : [...wrong, loose.trim()])];
}

/**
 * The text with a person's facts in their places. One pass: a fact that looks like a place is text and stays so.
 * What is not known leaves its place empty and is named in `missing`.
 */
export function fill(text: string, values: FactValues): { text: string; missing: Fact[] } {
  const missing = new Set<Fact>();
  const filled = text.replace(PLACE, (place, name: string) => {
    if (!isFact(name)) return place;
    const value = values[name];
    if (!value) missing.add(name);
    return value ?? "";
  });
  return { text: filled, missing: [...missing] };
}

/** A text as paragraphs of lines: an empty line parts two paragraphs. */
export function paragraphsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.split("\n").map((line) => line.trimEnd()))
    .filter((lines) => lines.some((line) => line !== ""));
}
