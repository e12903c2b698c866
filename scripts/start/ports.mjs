import { createServer } from "node:net";

/**
 * Whether a program could listen there now.
 *
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The first free port from one on, on the loopback address.
 *
 * @param {number} from
 * @returns {Promise<number>}
 */
export async function firstFree(from) {
  for (let port = from; port < from + 200; port++) {
    if (await isFree(port, "127.0.0.1")) return port;
  }
  throw new Error(`No free port between ${from} and ${from + 199}.`);
}

/** A port that the system chooses. @returns {Promise<number>} */
export function anyFree() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
