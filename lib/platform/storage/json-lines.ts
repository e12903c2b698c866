import "server-only";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** A stream of one JSON value per line. */
export function toJsonLines(values: Iterable<unknown> | AsyncIterable<unknown>): Readable {
  return Readable.from(
    (async function* lines() {
      let text = "";
      for await (const value of values) {
        text += `${JSON.stringify(value)}\n`;
        if (text.length < 65_536) continue;
        yield Buffer.from(text);
        text = "";
      }
      if (text) yield Buffer.from(text);
    })(),
  );
}

/** Reads such a stream value by value; memory stays flat. */
export async function* fromJsonLines<T>(stream: Readable): AsyncGenerator<T> {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) if (line) yield JSON.parse(line) as T;
  } finally {
    lines.close();
    stream.destroy();
  }
}
