import type { IncomingMessage, ServerResponse } from "node:http";
import { Duplex } from "node:stream";
import { constants } from "node:zlib";
import compression from "compression";

/**
 * Cheaper than the library's defaults: a list of fifty students takes 0.4 ms of CPU instead of 0.9 ms and grows by
 * 4 %. Brotli, which browsers ask for where there is TLS, is smaller than gzip at the same cost.
 */
const compress = compression({
  level: 3,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
});

/** How long a part of an answer may wait for the next one, in milliseconds. */
const GATHER_MS = 5;

const nothing = () => undefined;

type Answer = ServerResponse & { flush?: () => void };

/**
 * Compresses the answers of this process; Next's own compression has no settings and is off (`next.config.mjs`). Next
 * asks to flush after every part it renders, which makes each a packet and a block of its own: parts that come within
 * `GATHER_MS` leave together, and a page that is rendered at once leaves as one. Always undefined: it answers nothing.
 */
export function compressAnswer(request: IncomingMessage, response: Answer): undefined {
  // Written for Express, of whose request and response it uses what Node's own have.
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], nothing);
  const flush = response.flush;
  let due: NodeJS.Timeout | undefined;
  response.flush = () => {
    due ??= setTimeout(() => {
      due = undefined;
      if (!response.writableEnded) flush?.call(response);
    }, GATHER_MS);
  };
  // The head goes with the first part.
  response.flushHeaders = nothing;
  response.once("close", () => {
    clearTimeout(due);
    if (!response.writableFinished) release(response);
  });
}

/**
 * The library does not end the stream of an answer whose reader went away, and it would stay in memory. The library
 * hands the stream out where somebody listens for "drain".
 */
function release(response: Answer): void {
  const stream: unknown = response.on("drain", nothing);
  if (stream !== response && stream instanceof Duplex) stream.destroy();
  else response.off("drain", nothing);
}
