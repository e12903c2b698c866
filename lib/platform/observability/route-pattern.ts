import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = {
  staticRoutes?: { page: string }[];
  dynamicRoutes?: { page: string; regex: string }[];
};

type Patterns = { fixed: Set<string>; dynamic: { page: string; regex: RegExp }[] };

let patterns: Patterns | undefined;

function load(): Patterns {
  try {
    const path = join(/* turbopackIgnore: true */ process.cwd(), ".next", "routes-manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    return {
      fixed: new Set((manifest.staticRoutes ?? []).map((route) => route.page)),
      dynamic: (manifest.dynamicRoutes ?? []).map(({ page, regex }) => ({ page, regex: new RegExp(regex) })),
    };
  } catch {
    // The development server has no such file; its metrics are nobody's concern.
    return { fixed: new Set(), dynamic: [] };
  }
}

/** The pattern of a path, such as `/students/[number]`; `static` for files of the build, `other` for what is no route. */
export function routePattern(pathname: string): string {
  if (pathname.startsWith("/_next/")) return "static";
  patterns ??= load();
  if (patterns.fixed.has(pathname)) return pathname;
  return patterns.dynamic.find(({ regex }) => regex.test(pathname))?.page ?? "other";
}
