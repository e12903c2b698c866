import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { StorageDriver } from "./driver";

const absent = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Files below a folder of this machine. */
export function fileSystemDriver(folder: string): StorageDriver {
  const pathOf = (key: string) => {
    if (!/^[a-z0-9]+(\/[a-z0-9]+)*$/.test(key)) throw new Error("a storage key of another make");
    return join(folder, key);
  };
  return {
    async putFile(key, path) {
      const target = pathOf(key);
      await mkdir(dirname(target), { recursive: true });
      try {
        await rename(path, target);
      } catch (error) {
        // Another disk: copied beside the target first, so that nobody ever sees half a file.
        if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
        await copyFile(path, `${target}.part`);
        await rename(`${target}.part`, target);
        await rm(path, { force: true });
      }
    },
    async open(key): Promise<Readable | null> {
      const handle = await open(pathOf(key), "r").catch((error: unknown) => {
        if (absent(error)) return null;
        throw error;
      });
      return handle ? createReadStream("", { fd: handle, autoClose: true }) : null;
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
