import type { Readable } from "node:stream";

/** Where the bytes lie. Keys are ours: lower-case letters, digits and slashes. */
export type StorageDriver = {
  /** Stores a finished local file under the key; the local file may be moved away. */
  putFile(
    key: string,
    path: string,
    facts: { size: number; sha256: string; contentType: string },
  ): Promise<void>;
  /** The bytes, or null when there are none under the key. */
  open(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
};
