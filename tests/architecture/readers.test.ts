import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { functionsIn, type OfferedFunction, offeredFunctions } from "./source-functions";

const READS = /\bquery(?:<[^()]*>)?\(|\bdb\(\)|\$queryRaw|\bstreamRows\b/;
/** Asks for a right, narrows by the actor's reach, takes what is the actor's own, or leaves it to a read that asks. */
const GUARD =
  /\b(?:authorise|authoriseAny|can|require\w+|find\w+|list\w+|get\w+|select\w+|\w*(?:[Rr]each|[Ss]cope|Sql)\w*)\(\s*actor\b|\bactor\.(?:accountId|personId|sessionId)\b/;

/**
 * Who reads, asks: a function that reads the database takes the actor and authorises, or reads inside the transaction
 * of a command that did (`tx`), or works for a job, whose command did (`job`).
 */
function asks({ parameters, body }: OfferedFunction): boolean {
  const named = (name: string) => parameters.some((parameter) => new RegExp(`^${name}\\b`).test(parameter));
  if (named("tx") || named("client") || named("job")) return true;
  return named("actor") && GUARD.test(body);
}

/**
 * Reads below or beside the actor, each with its reason. No page and no component may call one, unless `open` says why
 * it harms nobody.
 */
const INTERNAL: Record<string, { why: string; open?: string }> = {
  "lib/platform/settings/settings.ts#settingOn": {
    why: "rules in force, for any part of the system; the list with who changed what is listSettings",
    open: "a rule names nobody, and pages say what it allows",
  },
  "lib/platform/spreadsheet/remember-mapping.ts#recallMapping": {
    why: "the own choice of whoever the reading of a list works for",
  },
  "lib/platform/access/held.ts#accountHolds": {
    why: "answers yes or no to a command about somebody else's right",
  },
  "lib/platform/audit/changes-since.ts#changesSince": {
    why: "what the refusal of an edit shows; the command that was refused had authorised",
  },
  "lib/platform/storage/keep.ts#findKeptFile": {
    why: "the bytes of a row that the domain has loaded through the actor's scope before",
  },
  "lib/platform/storage/files.ts#removeFile": {
    why: "the nightly job that removes files whose days are over",
  },
  "lib/registration/calendar-feeds/queries.ts#findFeed": {
    why: "the token of a private address is the credential; whoever reads by it is found out from it",
    open: "tells no more than whose address it is, to whoever holds its 256 bits",
  },
  "lib/platform/change-sets/run.ts#loadForStep": { why: "the job of a step, whose command authorised" },
};

/** Where the actor is found out, machines are watched, or the database itself is made: below every actor. */
const BELOW = /^lib\/platform\/(?:auth|db|health|observability|jobs\/(?:context|reconcile|boss|run)\b)/;

const keyOf = ({ file, name }: OfferedFunction) => `${file}#${name}`;

function unasked(offered: readonly OfferedFunction[]): string[] {
  return offered.filter((each) => READS.test(each.text) && !BELOW.test(each.file) && !asks(each)).map(keyOf);
}

describe("who reads the database asks who wants to know", () => {
  const offered = offeredFunctions();

  test("everywhere above the platform's own machines", () => {
    const readers = offered.filter((each) => READS.test(each.text));
    expect(readers.length).toBeGreaterThan(60);
    expect(unasked(offered).filter((key) => !(key in INTERNAL))).toEqual([]);
  });

  test("and an exception that is gone is taken from the list", () => {
    const open = new Set(unasked(offered));
    expect(Object.keys(INTERNAL).filter((key) => !open.has(key))).toEqual([]);
  });

  test("pages and components call no exception", () => {
    const closed = Object.entries(INTERNAL).filter(([, { open }]) => open === undefined);
    const doors = globSync("{app,components}/**/*.{ts,tsx}").map(
      (file) => [file, readFileSync(file, "utf8")] as const,
    );
    const found = closed.flatMap(([key]) => {
      const [file = "", name = ""] = key.split("#");
      const imports = new RegExp(
        `import \\{[^}]*\\b${name}\\b[^}]*\\} from "@/${file.replace(/\.ts$/, "")}"`,
      );
      return doors.filter(([, text]) => imports.test(text)).map(([door]) => `${door}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  test("bites", () => {
    const of = (text: string) => unasked(functionsIn("lib/people/queries/x.ts", text));
    expect(of('export const a = (id: number) => query("a", "SELECT 1", [id]);')).toHaveLength(1);
    expect(of('export function a(actor: Actor) { return query<Row>("a", "SELECT 1"); }')).toHaveLength(1);
    expect(
      of('export function a(actor: Actor) { authorise(actor, "people:read"); return db().person; }'),
    ).toEqual([]);
    expect(of("export const a = (tx: Tx) => tx.$queryRaw`SELECT 1`;")).toEqual([]);
    expect(of("export const getA = (actor: Actor) => db().person.findMany();")).toHaveLength(1);
    expect(of("export const a = (text: string) => text;")).toEqual([]);
  });
});
