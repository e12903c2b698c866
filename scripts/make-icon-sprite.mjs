// Writes public/icons/sprite.svg and components/ui/icon-names.ts: the icons in use as one path each, taken from lucide
// (ISC licence). Add a name below and run: node scripts/make-icon-sprite.mjs
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

const names = `
activity archive arrow-down arrow-left arrow-right arrow-up ban bell book-open building-2 calendar calendar-days check
chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle-alert circle-check circle-help circle-x clipboard-list clock
columns-3 copy door-open download ellipsis external-link eye eye-off file-spreadsheet file-text filter git-compare
graduation-cap hash history house id-card inbox info key-round languages layout-grid layout-list list list-checks list-filter lock
log-out mail map-pin menu monitor moon panel-left panel-left-close pencil phone plus printer refresh-cw rotate-ccw rows-3
rows-4 school search search-x settings shield-check sun table trash-2 triangle-alert undo-2 upload user user-cog user-plus
users wifi-off x
`
  .trim()
  .split(/\s+/);

const n = (value) => Number(Number(value).toFixed(3));

/** Turns one element of a lucide icon into path data. */
function pathOf([tag, a]) {
  if (tag === "path") return a.d.startsWith("m") ? `M0 0${a.d}` : a.d; // a relative move counts from the end of the path before
  if (tag === "line") return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`;
  if (tag === "polyline" || tag === "polygon") return `M${a.points.trim()}${tag === "polygon" ? "z" : ""}`;
  if (tag === "circle" || tag === "ellipse") {
    const rx = n(a.rx ?? a.r);
    const ry = n(a.ry ?? a.r);
    return `M${n(a.cx - rx)} ${a.cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
  }
  if (tag === "rect") {
    const [x, y, w, h] = [a.x ?? 0, a.y ?? 0, a.width, a.height].map(n);
    const r = n(a.rx ?? a.ry ?? 0);
    const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : "");
    return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
  }
  throw new Error(`no rule for <${tag}>`);
}

/** Old names of lucide are files that only re-export the new one. */
async function iconData(name) {
  const file = new URL(`../node_modules/lucide-react/dist/esm/icons/${name}.mjs`, import.meta.url);
  const alias = (await readFile(file, "utf8")).match(/from '\.\/([a-z0-9-]+)\.mjs'/)?.[1];
  if (alias) return iconData(alias);
  const { __iconData } = await import(file.href);
  if (!__iconData) throw new Error(`lucide has no data for "${name}"`);
  return __iconData;
}

const symbols = [];
for (const name of names) {
  const data = await iconData(name);
  symbols.push(
    `<symbol id="${name}" viewBox="0 0 24 24"><path d="${data.node.map(pathOf).join("")}"/></symbol>`,
  );
}
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
const version = createHash("sha256").update(sprite).digest("hex").slice(0, 10);

await writeFile("public/icons/sprite.svg", sprite);
await writeFile(
  "components/ui/icon-names.ts",
  `/** Written by scripts/make-icon-sprite.mjs. The version in the address lets browsers keep the file for ever. */
export const ICON_SPRITE = "/icons/sprite.svg?v=${version}";

export type IconName =
${names.map((name) => `  | "${name}"`).join("\n")};
`,
);
