import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Root may write everywhere: then somebody else starts, to whom nothing belongs. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const scratch = mkdtempSync(join(tmpdir(), "naga-permission-"));
const clone = join(scratch, "clone");
const closed: string[] = [];
let node = process.execPath;

beforeAll(() => {
  chmodSync(scratch, 0o755);
  // A clone in the home of root is closed to others, and with it the Node of the project.
  if (spawnSync(node, ["--version"], { ...somebody, cwd: scratch }).status !== 0) {
    node = join(scratch, "node");
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
  }
  mkdirSync(clone);
  cpSync("scripts", join(clone, "scripts"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(name, join(clone, name));
});

afterAll(() => {
  for (const place of closed) chmodSync(place, 0o755);
  rmSync(scratch, { recursive: true, force: true });
});

/** Where the one who starts may do everything. */
function own(name: string): string {
  const folder = join(scratch, name);
  cpSync(clone, folder, { recursive: true });
  if (somebody.uid)
    for (const path of [folder, join(folder, "scripts")]) chownSync(path, somebody.uid, somebody.gid);
  return folder;
}

function close(place: string, mode = 0o555): string {
  chmodSync(place, mode);
  closed.push(place);
  return place;
}

function start(folder: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(node, [join(folder, "scripts/start.mjs")], {
    ...somebody,
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      DATABASE_URL: "",
      NAGA_HOME: "",
      NAGA_SECOND_HALF: "",
      PORT: "47615",
      HOME: scratch,
      ...env,
    },
    timeout: 60_000,
  });
  return { status, said: stdout + stderr };
}

const refusal = (place: string, whole = place) =>
  `You may not write to ${place}. Make it yours (sudo chown -R "$(id -un)" "${whole}") or clone the project elsewhere.`;

describe.skipIf(process.platform === "win32")("npm start without permission", () => {
  test("in somebody else's clone", () => {
    close(clone);
    const { status, said } = start(clone);
    expect(said).toContain(refusal(clone));
    expect(status).toBe(1);
  });

  test.each([".naga", "node_modules", ".next"])("where %s was made by somebody else", (name) => {
    const folder = own(`after-root-${name}`);
    mkdirSync(join(folder, name));
    const place = close(join(folder, name));
    const { status, said } = start(folder);
    expect(said).toContain(refusal(place, folder));
    expect(status).toBe(1);
  });

  test("to the folder that NAGA_HOME names", () => {
    const home = join(scratch, "home");
    mkdirSync(home);
    close(home);
    expect(start(own("with-home"), { NAGA_HOME: home }).said).toContain(refusal(home));
  });

  test("to make the folder that NAGA_HOME names", () => {
    const parent = join(scratch, "parent");
    mkdirSync(parent);
    close(parent);
    const home = join(parent, "home");
    expect(start(own("without-home"), { NAGA_HOME: home }).said).toContain(refusal(home));
  });

  test("to read the secrets of the last start", () => {
    const folder = own("secrets");
    const secrets = join(folder, "secrets.json");
    writeFileSync(secrets, "{}");
    close(secrets, 0o000);
    const lines = `
      import { loadSecrets } from "${folder}/scripts/start/secrets.mjs";
      import { explainEnd } from "${folder}/scripts/start/steps.mjs";
      import { understood } from "${folder}/scripts/start/trouble.mjs";
      try { loadSecrets("${folder}"); } catch (error) { explainEnd(understood(error)); }`;
    const { stderr } = spawnSync(node, ["--input-type=module", "-e", lines], {
      ...somebody,
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toContain(refusal(secrets, folder));
  });
});
