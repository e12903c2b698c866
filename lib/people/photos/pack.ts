/** Packs files into a ZIP without compressing them, in the browser: pictures are compressed already. */

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const UTF8 = 0x0800;
const END_OF_DOS_TIME = 0x21;

/** What the local header and the directory both say of a file, from "version needed" to "length of extra field". */
function factsOf(name: Uint8Array, bytes: Uint8Array): DataView {
  const facts = new DataView(new ArrayBuffer(26));
  facts.setUint16(0, 20, true);
  facts.setUint16(2, UTF8, true);
  facts.setUint16(8, END_OF_DOS_TIME, true);
  facts.setUint32(10, crc32(bytes), true);
  facts.setUint32(14, bytes.length, true);
  facts.setUint32(18, bytes.length, true);
  facts.setUint16(22, name.length, true);
  return facts;
}

const signature = (last: readonly [number, number]) => new Uint8Array([0x50, 0x4b, ...last]);

/** A ZIP of the files, in their order; only the name and the content of each are kept. */
export async function packFiles(files: readonly File[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let listed = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const facts = factsOf(name, new Uint8Array(await file.arrayBuffer()));
    parts.push(signature([3, 4]), facts.buffer as ArrayBuffer, name, file);
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, offset, true);
    const madeBy = new Uint8Array([20, 0]);
    directory.push(signature([1, 2]), madeBy, facts.buffer as ArrayBuffer, place.buffer as ArrayBuffer, name);
    offset += 30 + name.length + file.size;
    listed += 46 + name.length;
  }
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, files.length, true);
  end.setUint16(6, files.length, true);
  end.setUint32(8, listed, true);
  end.setUint32(12, offset, true);
  return new Blob([...parts, ...directory, signature([5, 6]), end.buffer as ArrayBuffer], {
    type: "application/zip",
  });
}
