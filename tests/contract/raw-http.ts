import { connect } from "node:net";

/** An answer as it came over the wire. Names of headers are lower case. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

/** Sends bytes as they are, so that no client mends them, and reads what comes back until the server is done. */
export function exchange(port: number, text: string, waitMs = 4_000): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(parse(answer));
    };
    const timer = setTimeout(done, waitMs);
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      // A kept connection does not end by itself.
      const parsed = parse(answer);
      const length = Number(parsed?.headers["content-length"] ?? Number.NaN);
      if (parsed && (parsed.body.length >= length || parsed.body.endsWith("0\r\n\r\n"))) done();
    });
    socket.on("end", done);
    socket.on("error", (error: NodeJS.ErrnoException) =>
      // Cut off by the server, perhaps after it answered.
      error.code === "ECONNRESET" || error.code === "EPIPE" ? done() : reject(error),
    );
  });
}

function parse(text: string): RawAnswer | null {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(headers),
    body: text.slice(end + 4),
  };
}
