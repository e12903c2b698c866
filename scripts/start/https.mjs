import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { writePrivate } from "./secrets.mjs";
import { Sentence } from "./steps.mjs";

/**
 * TLS in front of the site, for phones: camera, location and installing need a secure page.
 *
 * @param {import("./supervise.mjs").Running} running
 * @returns {Promise<() => void>} closes it
 */
export async function startHttps(running) {
  const { options, web } = running;
  const addresses = localAddresses();
  const { key, cert } = await certificate(join(options.folder, "https"), addresses);
  web.network = addresses.map((address) => `https://${address}:${options.port}`);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const headers = { ...incoming.headers, ...forwarded(incoming) };
    const inner = request(
      { host: "127.0.0.1", port: web.port, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        // Remembered for localhost, it would lock a person out of the next plain npm start.
        const { "strict-transport-security": _, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, rest);
        answer.pipe(outgoing);
      },
    );
    inner.on("error", () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    });
    outgoing.on("close", () => inner.destroy());
    incoming.pipe(inner);
  });
  server.on("upgrade", (incoming, socket, head) => tunnel(web.port, incoming, socket, head));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve(undefined));
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

/** @param {import("node:http").IncomingMessage} incoming */
function forwarded(incoming) {
  return {
    "x-forwarded-proto": "https",
    "x-forwarded-host": incoming.headers.host ?? "",
    "x-forwarded-for": incoming.socket.remoteAddress ?? "",
  };
}

/**
 * Hot reload speaks over a WebSocket.
 *
 * @param {number} port
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:stream").Duplex} socket
 * @param {Buffer} head
 */
function tunnel(port, incoming, socket, head) {
  const inner = connect(port, "127.0.0.1", () => {
    const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${value}`);
    inner.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    inner.write(head);
    inner.pipe(socket).pipe(inner);
  });
  inner.on("error", () => socket.destroy());
  socket.on("error", () => inner.destroy());
}

/** @returns {string[]} */
function localAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
}

/**
 * A certificate for this machine's names, made again when its addresses changed or a year is over.
 *
 * @param {string} folder
 * @param {string[]} addresses
 * @returns {Promise<{ key: string, cert: string }>}
 */
async function certificate(folder, addresses) {
  const files = { key: join(folder, "key.pem"), cert: join(folder, "certificate.pem") };
  if (
    existsSync(files.key) &&
    existsSync(files.cert) &&
    stillGood(readFileSync(files.cert, "utf8"), addresses)
  ) {
    return { key: readFileSync(files.key, "utf8"), cert: readFileSync(files.cert, "utf8") };
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = withOpenssl(files, addresses) ?? (await withPackage(addresses));
  writePrivate(files.key, made.key.trim());
  writePrivate(files.cert, made.cert.trim());
  return made;
}

/**
 * @param {string} pem
 * @param {string[]} addresses
 */
function stillGood(pem, addresses) {
  const cert = new X509Certificate(pem);
  const soon = Date.now() + 7 * 24 * 3_600_000;
  return Date.parse(cert.validTo) > soon && addresses.every((address) => cert.checkIP(address));
}

/**
 * @param {{ key: string, cert: string }} files
 * @param {string[]} addresses
 * @returns {{ key: string, cert: string } | null} null where openssl is missing
 */
function withOpenssl(files, addresses) {
  const names = ["DNS:localhost", "IP:127.0.0.1", ...addresses.map((address) => `IP:${address}`)].join(",");
  try {
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-sha256",
        "-days",
        "365",
        "-subj",
        "/CN=Naga SIS on this computer",
        "-addext",
        `subjectAltName=${names}`,
        "-keyout",
        files.key,
        "-out",
        files.cert,
      ],
      { stdio: "ignore" },
    );
    return { key: readFileSync(files.key, "utf8"), cert: readFileSync(files.cert, "utf8") };
  } catch {
    return null;
  }
}

/** @param {string[]} addresses */
async function withPackage(addresses) {
  try {
    const { generate } = await import("selfsigned");
    const made = await generate([{ name: "commonName", value: "Naga SIS on this computer" }], {
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "localhost" },
            ...["127.0.0.1", ...addresses].map((ip) => ({ type: /** @type {const} */ (7), ip })),
          ],
        },
      ],
    });
    return { key: made.private, cert: made.cert };
  } catch (error) {
    throw new Sentence(
      `No certificate could be made (${/** @type {Error} */ (error).message}). Install openssl and run npm start -- --https again.`,
    );
  }
}
