import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./processes.mjs";
import { Sentence } from "./steps.mjs";

const usage = `npm start            the production build
npm run dev          with hot reload
npm start -- --https with a self-signed certificate, for phones on the local network
PORT=8055 npm start  another port
NAGA_DEMO_SCALE=small npm start   a small demo campus
DATABASE_URL=postgres://… npm start   your own PostgreSQL`;

/**
 * @typedef {object} StartOptions
 * @property {boolean} dev
 * @property {boolean} https
 * @property {number} port
 * @property {string} host where the site listens
 * @property {string} folder everything of this machine: data, secrets, logs
 * @property {string} outside the same for the database of root, whose folders are closed to others
 * @property {string} runFile says which process serves from this folder
 */

/**
 * @param {string[]} args
 * @returns {StartOptions}
 */
export function readOptions(args) {
  const { dev, https } = parse(args);
  const port = Number(process.env.PORT || 8000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sentence(
      `PORT=${process.env.PORT} is not a port. Choose a number between 1024 and 65535, such as PORT=8000.`,
    );
  }
  const folder = process.env.NAGA_HOME || join(root, ".naga");
  const place = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return {
    dev,
    https,
    port,
    host: process.env.HOST || "0.0.0.0",
    folder,
    outside: join("/var/lib/naga-sis", place),
    runFile: join(folder, "running.json"),
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dev: { type: "boolean" },
        https: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return { dev: values.dev ?? false, https: values.https ?? false };
  } catch (error) {
    throw new Sentence(`${/** @type {Error} */ (error).message}\n\n${usage}`);
  }
}
