// Draws the icons of public/icons and app/ from the mark. Run by hand when the mark changes: node scripts/make-icons.mjs
import { mkdir, readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";

const source = await readFile("components/ui/mark.tsx", "utf8");
const path = source.match(/MARK_PATH =\s*"([^"]+)"/)?.[1];
if (!path) throw new Error("MARK_PATH not found in components/ui/mark.tsx");

const stone = "#8f3f26";
const paper = "#fbf6ee";

/** @param {number} share of the canvas that the mark takes @param {number} radius of the corners on 512 */
const tile = (share, radius) => {
  const scale = (512 * share) / 32;
  const offset = (512 - 32 * scale) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="${radius}" fill="${stone}"/><path transform="translate(${offset} ${offset}) scale(${scale})" d="${path}" fill="none" stroke="${paper}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
};

await mkdir("public/icons", { recursive: true });
const png = (svg, size) =>
  sharp(Buffer.from(svg), { density: 144 }).resize(size, size).png({ compressionLevel: 9 });
await png(tile(0.68, 112), 192).toFile("public/icons/icon-192.png");
await png(tile(0.68, 112), 512).toFile("public/icons/icon-512.png");
// Launchers cut maskable icons to a circle of 80 %; phones of one maker round the corners themselves.
await png(tile(0.52, 0), 512).toFile("public/icons/maskable-512.png");
await png(tile(0.64, 0), 180).toFile("app/apple-icon.png");

await writeFile(
  "app/icon.svg",
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{stroke:${stone}}@media (prefers-color-scheme:dark){path{stroke:#e2a184}}</style><path d="${path}" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`,
);

// An .ico is a directory of images; one PNG of 32 px is enough for what still asks for it.
const small = await png(tile(0.74, 96), 32).toBuffer();
const head = Buffer.alloc(22);
head.writeUInt16LE(1, 2);
head.writeUInt16LE(1, 4);
head.writeUInt8(32, 6);
head.writeUInt8(32, 7);
head.writeUInt16LE(1, 10);
head.writeUInt16LE(32, 12);
head.writeUInt32LE(small.length, 14);
head.writeUInt32LE(22, 18);
await writeFile("app/favicon.ico", Buffer.concat([head, small]));
