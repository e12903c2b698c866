import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/tokens.css", "utf8");
const root = css.slice(css.indexOf(":root {"), css.indexOf("}", css.indexOf(":root {")));

type Rgb = [number, number, number];

/** The value of a token in one theme, through `var()` and `light-dark()`. */
function tokenValue(name: string, theme: "light" | "dark"): string {
  const raw = root.match(new RegExp(`--${name}:\\s*([^;]+);`))?.[1]?.trim();
  if (!raw) throw new Error(`no token --${name}`);
  const alias = raw.match(/^var\(--([\w-]+)\)$/)?.[1];
  if (alias) return tokenValue(alias, theme);
  const both = raw.match(/^light-dark\((oklch\([^)]+\)),\s*(oklch\([^)]+\))\)$/);
  const value = both ? both[theme === "light" ? 1 : 2] : raw;
  if (!value?.startsWith("oklch(")) throw new Error(`--${name} is not an oklch colour: ${raw}`);
  return value;
}

/** OKLCH to linear sRGB, after Björn Ottosson's definition. */
function linear(color: string): Rgb {
  const [l = 0, c = 0, h = 0] = color
    .slice(6, -1)
    .split(/[\s/]+/)
    .map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as const;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clamp(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    clamp(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    clamp(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
  ];
}

function contrast(one: string, other: string): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [low = 0, high = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2: 4.5 for text (1.4.3), 3 for borders of fields, focus rings and marks (1.4.11). */
const texts: [string, string][] = [
  ...["background", "card", "popover", "muted", "secondary", "sidebar"].map((on): [string, string] => [
    "foreground",
    on,
  ]),
  ...["background", "card", "popover", "muted", "accent", "sidebar"].map((on): [string, string] => [
    "muted-foreground",
    on,
  ]),
  ...["background", "card", "popover", "accent"].flatMap((on): [string, string][] => [
    ["primary", on],
    ["danger", on],
    ["success", on],
    ["warning", on],
    ["info", on],
  ]),
  ["primary-foreground", "primary"],
  ["primary-foreground", "primary-hover"],
  ["destructive-foreground", "destructive"],
  ["accent-foreground", "accent"],
  ["sidebar-foreground", "sidebar"],
  ["sidebar-accent-foreground", "sidebar-accent"],
  ["success", "success-subtle"],
  ["warning", "warning-subtle"],
  ["danger", "danger-subtle"],
  ["info", "info-subtle"],
  ["foreground", "success-subtle"],
  ["foreground", "warning-subtle"],
  ["foreground", "danger-subtle"],
  ["foreground", "info-subtle"],
  ["muted-foreground", "warning-subtle"],
  ["background", "lotus"],
  ["background", "laterite"],
];
const shapes: [string, string][] = [
  ["input", "background"],
  ["input", "card"],
  ["ring", "background"],
  ["ring", "card"],
  ["ring", "sidebar"],
  ["ring", "muted"],
  ["laterite", "sidebar"],
  ["chart-1", "card"],
  ["chart-2", "card"],
  ["chart-3", "card"],
  ["chart-5", "card"],
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  test.each(texts)("text %s on %s", (front, back) => {
    expect(contrast(tokenValue(front, theme), tokenValue(back, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("shape %s on %s", (front, back) => {
    expect(contrast(tokenValue(front, theme), tokenValue(back, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("the measure itself: black on white is 21, a colour on itself 1", () => {
  expect(contrast("oklch(0 0 0)", "oklch(1 0 0)")).toBeCloseTo(21, 1);
  expect(contrast("oklch(0.5 0.1 200)", "oklch(0.5 0.1 200)")).toBeCloseTo(1, 5);
});
