import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `owner`: whose the disk is, in the eyes of who mounts it. */
type Way = { outer: string[]; inner: string[]; owner: number };

const uid = process.getuid?.() ?? 0;
const gid = process.getgid?.() ?? 0;

/**
 * How a small file system can be had here, in a mount namespace that nobody else sees: as root, as an ordinary user in a
 * user namespace, or (where those are closed to users, as on Ubuntu) with sudo.
 */
const WAYS: Way[] =
  uid === 0
    ? [{ outer: ["unshare", "--mount"], inner: [], owner: 0 }]
    : [
        {
          outer: ["unshare", "--map-root-user", "--mount"],
          inner: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`],
          owner: 0,
        },
        {
          outer: ["sudo", "-n", "unshare", "--mount"],
          inner: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"],
          owner: uid,
        },
      ];

function works({ outer, inner }: Way): boolean {
  const [program = "", ...args] = [
    ...outer,
    "sh",
    "-c",
    `mount -t tmpfs none /tmp && exec "$@"`,
    "sh",
    ...inner,
    "true",
  ];
  return spawnSync(program, args).status === 0;
}

let known: Way | null | undefined;

/**
 * True where tests of full disks can run. In CI they must: without a way this throws, so that they are never skipped.
 */
export function canHaveSmallDisk(): boolean {
  known ??= WAYS.find(works) ?? null;
  if (!known && process.env.CI) {
    throw new Error(
      "No small disk can be mounted here. Run the tests as root with CAP_SYS_ADMIN, or with sudo.",
    );
  }
  return known !== null;
}

/**
 * Runs a shell script beside a file system of its own that holds a few megabytes; `$DISK` is its folder, and what the
 * script leaves there vanishes with it.
 */
export function onSmallDisk(megabytes: number, script: string, env: Record<string, string> = {}) {
  if (!known) throw new Error("canHaveSmallDisk was not asked");
  const disk = mkdtempSync(join(tmpdir(), "naga-small-"));
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=755,uid=${known.owner} none "$DISK" && cd "$DISK" && exec "$@"`;
  const given = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...env, DISK: disk };
  const variables = Object.entries(given).map(([name, value]) => `${name}=${value}`);
  const command = ["env", ...variables, "sh", "-c", mount, "sh", ...known.inner, "sh", "-ec", script];
  const [program = "", ...args] = [...known.outer, ...command];
  try {
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: "utf8",
      env: { ...process.env, ...given },
      timeout: 90_000,
    });
    return { status, said: stdout + stderr, disk };
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}
