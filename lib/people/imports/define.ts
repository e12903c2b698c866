import type { z } from "zod";
import type { ImportArea } from "./areas";

/** Which column (place from 0) holds which field; a field that no column holds is absent. */
export type Mapping = Partial<Record<string, number>>;

/** A kind of list that can be loaded: what the pages, the reading of the file and the check of its columns need to know. */
export type ImportDefinition = {
  /** Kind of the change set that runs it, and of the remembered columns. */
  kind: string;
  /** Whose right it takes, and where its files lie. */
  area: ImportArea;
  /** Address of its first page; the list itself is `<path>/<id>`. */
  path: `/${string}`;
  /** What a column may mean, in the order of the choice; the names are the messages `import.fields.<field>`. */
  fields: readonly string[];
  /** Sets of fields of which one must be there as a whole before the list can be used. */
  needed: readonly (readonly string[])[];
  guessMapping: (headings: readonly string[]) => Mapping;
  /** How many headings of a row are known: finds the row of headings below titles and logos. */
  knownHeadings: (cells: readonly string[]) => number;
  /** Choices for the whole list, and which of them the page asks for. */
  options: z.ZodType<object>;
  asks: "student" | "existing" | "from" | "nothing";
  /** Address of the empty list to fill in; `format` and `kind` follow. Without one that of the lists of people. */
  template?: `/api/${string}`;
};

const key = Symbol.for("naga.import.definitions");
type Holder = { [key: symbol]: Map<string, ImportDefinition> | undefined };

function known(): Map<string, ImportDefinition> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** Declares a kind of list; the modules of the kinds are loaded by lib/operations/change-set-kinds.ts. */
export function defineImport(definition: ImportDefinition): ImportDefinition {
  known().set(definition.kind, definition);
  return definition;
}

/** The kind of list of a name; undefined when no loaded module declares it. */
export function findImport(kind: string): ImportDefinition | undefined {
  return known().get(kind);
}

/** What is missing before a mapping can be used: nothing, or the fields of the last set that would do. */
export function missingFields(needed: ImportDefinition["needed"], mapping: Mapping): readonly string[] {
  const missing = needed.map((set) => set.filter((field) => mapping[field] === undefined));
  return missing.some((set) => set.length === 0) ? [] : (missing.at(-1) ?? []);
}
