import { crc32, deflateRawSync } from "node:zlib";

type Entry = {
  name: string;
  content: Buffer;
  /** The size that the directory states instead of the true one. */
  claims?: number;
  /** The packed bytes, when they are not those of the content. */
  packed?: Buffer;
  /** Not listed in the directory, so that only a reader that streams meets it. */
  hidden?: boolean;
  /** What the directory calls it, when its own header says another name. */
  listedAs?: string;
};

/** A ZIP file of entries, also a lying one. */
export function zip(entries: Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    content,
    claims,
    hidden,
    listedAs = name,
    packed = deflateRawSync(content),
  } of entries) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from("504b0304", "hex"), facts, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const listed = Buffer.from(facts);
    listed.writeUInt16LE(Buffer.byteLength(listedAs), 22);
    const line = [Buffer.from("504b01021400", "hex"), listed, tail, Buffer.from(listedAs)];
    if (!hidden) directory.push(Buffer.concat(line));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
