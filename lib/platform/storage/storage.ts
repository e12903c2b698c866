import "server-only";
import { resolve } from "node:path";
import { env } from "@/lib/platform/env/env";
import type { StorageDriver } from "./driver";
import { fileSystemDriver } from "./file-system";
import { s3Driver } from "./s3";

const key = Symbol.for("naga.storage.driver");
type Holder = { [key: symbol]: StorageDriver | undefined };

/** The driver of this installation: S3 where a bucket is named, else the file system. */
export function storageDriver(): StorageDriver {
  const holder = globalThis as Holder;
  holder[key] ??= make();
  return holder[key];
}

function make(): StorageDriver {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, NAGA_STORAGE_DIR } =
    env();
  // env() has checked that these come together.
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return fileSystemDriver(resolve(NAGA_STORAGE_DIR));
  }
  return s3Driver({
    endpoint: S3_ENDPOINT ?? `https://s3.${S3_REGION}.amazonaws.com`,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

/** Replaces the driver; for tests. */
export function useStorageDriver(driver: StorageDriver | undefined): void {
  (globalThis as Holder)[key] = driver;
}
