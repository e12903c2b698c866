import "server-only";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";

/** A document to be drawn. */
export type DocumentOrder = {
  /** The template, a `.typ` file of ours beside the code that orders it. */
  template: URL;
  /** What it prints; the template reads it by `json("/data.json")`. It never becomes text of the template. */
  data: unknown;
  /** Pictures by the name under which the template finds them. */
  files?: Record<string, Uint8Array>;
  /** What the document says of its making; the same order with the same instant gives the same bytes. */
  createdAt: Date;
  /** Given up when it aborts. */
  signal?: AbortSignal;
};

export type Drawn = { bytes: Buffer; pages: number };

const CHILD = fileURLToPath(new URL("./compile-child.mjs", import.meta.url));
const HOUSE = new URL("./house.typ", import.meta.url);

/** Longest time for one document, in ms: a list of 5,000 rows takes two seconds, 2,000 long letters a minute. */
const LONGEST_MS = 300_000;

/**
 * Draws a document as PDF with Typst, in a process of its own. For the worker only: it takes seconds of a processor.
 * @throws Error when the template does not fit its data: a mistake of ours, never of a person
 */
export function compilePdf(order: DocumentOrder): Promise<Drawn> {
  return draw(order, "pdf");
}

/** The same document as SVG, for tests that look at what is drawn. @public */
export function compileSvg(order: DocumentOrder): Promise<Drawn> {
  return draw(order, "svg");
}

async function draw(order: DocumentOrder, as: "pdf" | "svg"): Promise<Drawn> {
  const [template, house] = await Promise.all([readFile(order.template, "utf8"), readFile(HOUSE)]);
  const files = { "house.typ": house, "data.json": Buffer.from(JSON.stringify(order.data)), ...order.files };
  const seconds = Math.floor(order.createdAt.getTime() / 1_000);
  const answer = await ask(serialize({ template, files, seconds, as }), order.signal);
  const told = deserialize(answer) as Drawn | { error: string };
  if ("error" in told) throw new Error(`the document was not drawn: ${told.error}`);
  return { bytes: Buffer.from(told.bytes), pages: told.pages };
}

/** Hands the order to a fresh process and takes its answer. */
function ask(request: Buffer, signal?: AbortSignal): Promise<Buffer> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [CHILD], {
    // One arena: a short-lived process gains nothing from more, and memory counts here.
    env: { MALLOC_ARENA_MAX: "1" } as unknown as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
    signal: AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ...(signal ? [signal] : [])]),
    killSignal: "SIGKILL",
  });
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2_000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`drawing a document ended with ${code}: ${complaint}`));
    });
    // A child that died early says why by its exit, not by the broken pipe.
    child.stdin.on("error", () => undefined);
    child.stdin.end(request);
  });
}
