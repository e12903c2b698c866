import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { AppError } from "@/lib/platform/errors";

/** One packed file: sizes in bytes as the directory of the archive states them. */
export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  /** Where its local header stands. */
  offset: number;
  /** Its sizes follow its content, so a reader finds its end by unpacking it. */
  streamed: boolean;
};

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes of the longest record of sizes that may follow a streamed entry. */
const DESCRIPTOR_MAX = 24;
const MAX_ENTRIES = 10_000;
const MAX_DIRECTORY = 8 * 1_048_576;

/**
 * The directory of a ZIP file, or null when it is none, is cut off, or says anything else than the local headers do:
 * readers that stream go by those, and what the directory hides nobody has looked at.
 */
export async function readZipDirectory(path: string): Promise<ZipEntry[] | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END) return null;
    let length = tail.readUInt32LE(end + 12);
    let start = tail.readUInt32LE(end + 16);
    const locator = end - 20;
    if (start === 0xffffffff && locator >= 0 && tail.readUInt32LE(locator) === END_64_LOCATOR) {
      const record = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
      length = Number(record.readBigUInt64LE(40));
      start = Number(record.readBigUInt64LE(48));
    }
    if (length > MAX_DIRECTORY || start + length > size) return null;
    const entries = parseDirectory(await readAt(file, start, length));
    return entries && (await liesAsListed(file, entries, start)) ? entries : null;
  } finally {
    await file.close();
  }
}

/** Whether the listed entries fill the file up to its directory, one after the other, under the same names and sizes. */
async function liesAsListed(file: FileHandle, entries: readonly ZipEntry[], end: number): Promise<boolean> {
  let at = 0;
  let slack = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < at || entry.offset > at + slack) return false;
    const header = await readAt(file, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) return false;
    const nameLength = header.readUInt16LE(26);
    const rest = await readAt(file, entry.offset + 30, nameLength + header.readUInt16LE(28));
    const local: ZipEntry = {
      ...entry,
      packed: header.readUInt32LE(18),
      unpacked: header.readUInt32LE(22),
      streamed: (header.readUInt16LE(6) & 8) !== 0,
    };
    widen(local, rest.subarray(nameLength));
    const alike =
      rest.toString("utf8", 0, nameLength) === entry.name &&
      header.readUInt16LE(8) === entry.method &&
      local.streamed === entry.streamed &&
      (entry.streamed || local.packed === entry.packed);
    if (!alike) return false;
    at = entry.offset + 30 + rest.length + entry.packed;
    slack = entry.streamed ? DESCRIPTOR_MAX : 0;
  }
  return end >= at && end <= at + slack;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function parseDirectory(bytes: Buffer): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) {
    if (entries.length >= MAX_ENTRIES) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    const entry: ZipEntry = {
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      streamed: (bytes.readUInt16LE(at + 8) & 8) !== 0,
    };
    widen(entry, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Takes sizes that do not fit into 32 bits from the ZIP64 extra field. */
function widen(entry: ZipEntry, extra: Buffer): void {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4;
      for (const field of ["unpacked", "packed", "offset"] as const) {
        if (entry[field] !== 0xffffffff || next + 8 > at + 4 + length) continue;
        entry[field] = Number(extra.readBigUInt64LE(next));
        next += 8;
      }
    }
    at += 4 + length;
  }
}

/** The bytes of an entry, unpacked; `null` beyond `limit` bytes. For the small parts of an archive. */
export async function readEntry(path: string, entry: ZipEntry, limit: number): Promise<Buffer | null> {
  if (entry.packed > limit) return null;
  const file = await open(path);
  try {
    const header = await readAt(file, entry.offset, 30);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = await readAt(file, start, entry.packed);
    return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return null;
    throw error;
  } finally {
    await file.close();
  }
}

/** No deflate stream unpacks to more than about this many times its size. */
const MOST_RATIO = 1_032;

/**
 * Counts what an entry really unpacks to, whatever its directory says.
 * @throws AppError `spreadsheet.unpacks_too_large` beyond `limit` bytes; `spreadsheet.damaged`, also when a streamed
 * entry ends elsewhere than its directory says
 */
export async function countUnpacked(path: string, entry: ZipEntry, limit: number): Promise<number> {
  if (entry.method === 0) return countStored(entry);
  if (!entry.streamed && entry.packed * MOST_RATIO <= limit) return entry.packed * MOST_RATIO;
  const file = await open(path);
  const header = await readAt(file, entry.offset, 30).finally(() => file.close());
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let unpacked = 0;
  const inflate = createReadStream(path, { start, end: start + entry.packed - 1 }).pipe(createInflateRaw());
  try {
    for await (const chunk of inflate) {
      unpacked += (chunk as Buffer).length;
      if (unpacked > limit) throw new AppError("too_large", "spreadsheet.unpacks_too_large");
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", "spreadsheet.damaged", { cause });
  }
  if (inflate.bytesWritten !== entry.packed) throw new AppError("invalid", "spreadsheet.damaged");
  return unpacked;
}

/** Nothing in a stored entry tells its end, so a reader that streams would look for one inside it. */
function countStored(entry: ZipEntry): number {
  if (entry.streamed && entry.packed > 0) throw new AppError("invalid", "spreadsheet.damaged");
  return entry.packed;
}
