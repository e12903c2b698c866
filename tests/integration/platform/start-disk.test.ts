import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canHaveSmallDisk, onSmallDisk } from "@/tests/setup/small-disk";
import { anyFree } from "../../../scripts/start/ports.mjs";

const project = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), "naga-disk-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FRESH = {
  PORT: String(await anyFree()),
  DATABASE_URL: "",
  NAGA_HOME: "",
  NAGA_ENV: "local",
  NAGA_SECOND_HALF: "",
};
const variables = { ...FRESH, NODE: process.execPath, PROJECT: project };

/** A clone that was never started. */
const clone = 'cp -r "$PROJECT/scripts" "$PROJECT/package.json" "$PROJECT/package-lock.json" .;';
const fill = "dd if=/dev/zero of=filler bs=1k 2>/dev/null || true;";
const start = '"$NODE" scripts/start.mjs';

/** Runs lines of a module under Node as `npm start` would: an error ends in its sentence. */
function module(lines: string): string {
  const file = join(scratch, `${randomBytes(4).toString("hex")}.mjs`);
  writeFileSync(
    file,
    `const from = (path) => import(process.env.PROJECT + "/scripts/start/" + path);
     const { explainEnd } = await from("steps.mjs");
     const { understood } = await from("trouble.mjs");
     let database;
     try { ${lines} } catch (error) { explainEnd(database?.trouble() ?? understood(error)); }
     finally { await database?.stop(); }`,
  );
  return file;
}

describe.skipIf(!canHaveSmallDisk())("npm start on a small disk", { timeout: 90_000 }, () => {
  test("says how much is needed before anything is installed", () => {
    const { said, status, disk } = onSmallDisk(8, clone + start, variables);
    expect(said).toContain(`Only 0.0 GB are free on the disk of ${disk}; 3.0 GB are needed. Free some space`);
    expect(status).toBe(1);
  });

  test("looks at the disk of the data too", () => {
    const home = 'export NAGA_HOME="$DISK"; cd "$PROJECT";';
    const { said, disk } = onSmallDisk(8, home + start, variables);
    expect(said).toContain(`Only 0.0 GB are free on the disk of ${disk}`);
  });

  test("that is full says so", () => {
    const { said, status, disk } = onSmallDisk(8, clone + fill + start, variables);
    expect(said).toContain(`The disk of ${disk} is full. Free some space and run npm start again.`);
    expect(status).toBe(1);
  });

  describe("while packages are unpacked", () => {
    const packed = join(scratch, "large-1.0.0.tgz");

    beforeAll(() => {
      // package.json comes first and fits: then npm warns, ends well, and leaves half a package behind.
      mkdirSync(join(scratch, "package"));
      writeFileSync(join(scratch, "package/package.json"), '{"name":"large","version":"1.0.0"}');
      writeFileSync(join(scratch, "package/large.bin"), randomBytes(12_000_000));
      const tar = ["-czf", packed, "-C", scratch, "package/package.json", "package/large.bin"];
      expect(spawnSync("tar", tar).status).toBe(0);
    });

    test("npm's half package is no installation", () => {
      const locked = { version: "1.0.0", resolved: `file:${packed}` };
      const dependencies = { large: `file:${packed}` };
      const lock = {
        name: "small",
        version: "1.0.0",
        lockfileVersion: 3,
        requires: true,
        packages: { "": { name: "small", version: "1.0.0", dependencies }, "node_modules/large": locked },
      };
      writeFileSync(
        join(scratch, "package.json"),
        JSON.stringify({ name: "small", version: "1.0.0", dependencies }),
      );
      writeFileSync(join(scratch, "package-lock.json"), JSON.stringify(lock));
      const install = module(`
        process.env.PROJECT = process.env.DISK;
        const { install, isInstalled } = await from("install.mjs");
        const sentence = await install(() => undefined).then(() => "installed", (error) => error);
        console.log("installed:", isInstalled());
        throw sentence;`);
      const { said, disk } = onSmallDisk(
        8,
        `${clone} cp "${scratch}/package.json" "${scratch}/package-lock.json" .; "$NODE" "${install}"`,
        variables,
      );
      expect(said).toContain(`The disk of ${disk}/node_modules is full. Free some space`);
      expect(said).toContain("installed: false");
    });
  });

  test("says so when there is no room for a new database", () => {
    const create = module(`
      const { startPostgres } = await from("postgres.mjs");
      const place = process.env.DISK + "/postgres";
      await startPostgres({ home: place, fallbackHome: place, password: "p", port: 0, throwaway: true });`);
    const { said } = onSmallDisk(16, `"$NODE" "${create}"`, variables);
    expect(said).toMatch(/The disk of \S+ is full\. Free some space and run npm start again\./);
  });

  test("says so when its database runs out of room at work", () => {
    const work = module(`
      const fs = await import("node:fs");
      process.env.NAGA_HOME = process.env.DISK;
      delete process.env.DATABASE_URL;
      process.env.NAGA_DB_PORT = "47614";
      const options = { ...(await from("options.mjs")).readOptions([]), outside: process.env.DISK + "/outside" };
      const { openDatabase, fillDatabase } = await from("database.mjs");
      database = await openDatabase(options, "p");
      const { bavail, bsize } = fs.statfsSync(process.env.DISK);
      fs.writeFileSync(process.env.DISK + "/filler", Buffer.alloc(bavail * bsize - 6e6, 1));
      await fillDatabase({ ...process.env, DATABASE_URL: database.url, NAGA_DEMO_SCALE: "small" });`);
    const { said, disk } = onSmallDisk(300, `cd "$PROJECT"; "$NODE" "${work}"`, variables);
    expect(said).toMatch(
      new RegExp(`The disk of ${disk}\\S* is full\\. Free some space and run npm start again\\.`),
    );
  });

  test("says it of somebody else's database as well", () => {
    const fail = module(`
      const pg = (await import("node:module")).createRequire(process.env.PROJECT + "/package.json")("pg");
      const fs = await import("node:fs");
      const { startPostgres } = await from("postgres.mjs");
      const { findBinaries } = await from("postgres-binaries.mjs");
      const place = process.env.PLACE;
      fs.mkdirSync(process.env.DISK + "/space");
      const { identity } = await findBinaries(place + "/outside");
      if (identity.uid) fs.chownSync(process.env.DISK + "/space", identity.uid, identity.gid);
      const server = await startPostgres({ home: place, fallbackHome: place + "/outside", password: "p", port: 0, throwaway: true });
      database = { stop: server.stop, trouble: () => null };
      const client = new pg.Client({ connectionString: server.url("postgres") });
      await client.connect();
      await client.query("CREATE TABLESPACE small LOCATION '" + process.env.DISK + "/space'");
      await client.query("CREATE DATABASE naga_small TABLESPACE small");
      await client.end();
      const { fillDatabase } = await from("database.mjs");
      await fillDatabase({ ...process.env, DATABASE_URL: server.url("naga_small") });`);
    const place = mkdtempSync(join(tmpdir(), "naga-place-"));
    const { said } = onSmallDisk(10, `chmod 711 "$PLACE"; cd "$PROJECT"; "$NODE" "${fail}"`, {
      ...variables,
      PLACE: place,
    });
    rmSync(place, { recursive: true, force: true });
    expect(said).toMatch(/The disk of PostgreSQL at 127\.0\.0\.1:\d+ is full\. Free some space there/);
  });
});

// A device that is always full stands for the disk where one file is concerned; Linux has it everywhere.
describe.skipIf(process.platform !== "linux")("a file for which there is no room", () => {
  test("is told in a sentence", () => {
    const home = join(scratch, "home");
    mkdirSync(home);
    symlinkSync("/dev/full", join(home, "secrets.json.new"));
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
      encoding: "utf8",
      env: { ...process.env, ...FRESH, NAGA_HOME: home },
      timeout: 60_000,
    });
    expect(stdout + stderr).toMatch(/The disk of \S+ is full\. Free some space and run npm start again\./);
    expect(status).toBe(1);
  });

  test("is told when a program of the project met it", () => {
    const run = module(`
      const { runToEnd } = await from("processes.mjs");
      const write = "require('node:fs').writeFileSync('/dev/full', 'x')";
      await runToEnd(process.execPath, ["-e", write], { what: "Building the site" });`);
    const { stderr } = spawnSync(process.execPath, [run], {
      encoding: "utf8",
      env: { ...process.env, ...variables },
    });
    expect(stderr).toContain(`The disk of ${project} is full.`);
  });

  test("ends a log, and not the site", () => {
    mkdirSync(join(scratch, "logs"));
    symlinkSync("/dev/full", join(scratch, "logs/web.log"));
    const log = module(`
      const { spawn } = await import("node:child_process");
      const { logToFile } = await from("log-file.mjs");
      const talk = "for (let i = 0; i < 3; i++) setTimeout(() => console.log(i), i * 100)";
      const child = spawn(process.execPath, ["-e", talk], { stdio: ["ignore", "pipe", "pipe"] });
      logToFile(child, ${JSON.stringify(join(scratch, "logs"))}, "web");
      child.once("close", () => setTimeout(() => console.log("still here"), 200));`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [log], {
      encoding: "utf8",
      env: { ...process.env, ...variables },
    });
    expect(stderr).toContain("web: no more log (ENOSPC");
    expect(stderr.match(/no more log/g)).toHaveLength(1);
    expect(stdout).toContain("still here");
    expect(status).toBe(0);
  });
});
