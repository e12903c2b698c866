import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the source offers to the outside; the access matrix must have a row for each. */

export type FoundAction = {
  file: string;
  /** Name of the export, as in the manifest of the build. */
  exported: string;
  /** Key of the row: the action's own name, or file and export where no builder made it. */
  key: string;
  permission: string | null;
};

export type FoundPage = { file: string; path: string; permissions: string[] };
export type FoundRoute = {
  file: string;
  key: string;
  path: string;
  method: string;
  permission: string | null;
};

const BUILT = /export const (\w+) = action\(\{([\s\S]*?)\}\)/g;
const PLAIN = /export async function (\w+)/g;
const value = (text: string, name: string) => text.match(new RegExp(`\\b${name}: "([^"]+)"`))?.[1] ?? null;

/** Every export of every file that begins with "use server". */
export function findActions(): FoundAction[] {
  return globSync("{app,components,lib}/**/*.{ts,tsx}").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return /^\s*["']use server["']/.test(source) ? actionsIn(file, source) : [];
  });
}

/** The actions of one source text. */
export function actionsIn(file: string, source: string): FoundAction[] {
  const built = [...source.matchAll(BUILT)].map(([, exported = "", definition = ""]) => ({
    file,
    exported,
    key: value(definition, "name") ?? `${file}#${exported}`,
    permission: value(definition, "permission"),
  }));
  const plain = [...source.matchAll(PLAIN)].map(([, exported = ""]) => ({
    file,
    exported,
    key: `${file}#${exported}`,
    permission: null,
  }));
  return [...built, ...plain];
}

/** Files in which a function becomes an action by a directive inside: they would escape the matrix. */
export function findHiddenActions(): string[] {
  return globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) =>
    /[{;]\s*["']use server["']/.test(readFileSync(file, "utf8")),
  );
}

// A route folder may load its record and check the right in one function of its own: `loadStudent(params, "…")`, or
// `loadClass(params)` in a file beside the page that names the right itself.
const GUARD_OF_PAGE = /\b(?:requirePage(?:Any)?|load\w*)\(([^)]*)\)/g;
const GUARD_BESIDE = /\brequirePage(?:Any)?\(([^)]*)\)/g;

function guardsIn(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].flatMap(([, names = ""]) =>
    [...names.matchAll(/"([a-z_]+:[a-z_]+|signed_in)"/g)].map(([, name = ""]) => name),
  );
}

/** Every page with the permissions that its guard names. */
export function findPages(): FoundPage[] {
  return globSync("app/**/page.tsx").map((file) => {
    const source = readFileSync(file, "utf8");
    const beside = [...source.matchAll(/from "(\.{1,2}\/[^"]*load)"/g)].flatMap(([, path = ""]) =>
      guardsIn(readFileSync(`${join(dirname(file), path)}.ts`, "utf8"), GUARD_BESIDE),
    );
    const permissions = [...new Set([...guardsIn(source, GUARD_OF_PAGE), ...beside])];
    return { file, path: pathOf(file), permissions };
  });
}

/** Every method of every route handler. */
export function findRoutes(): FoundRoute[] {
  return globSync("app/**/route.ts").flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const path = pathOf(file);
    const methods = new Set(
      [
        ...source.matchAll(
          /(?:export (?:const|(?:async )?function) |as )(GET|POST|PUT|PATCH|DELETE|HEAD)\b/g,
        ),
      ].map(([, method = ""]) => method),
    );
    return [...methods].map((method) => {
      const definition = source.match(
        new RegExp(`export const ${method} = route\\(\\s*\\{([\\s\\S]*?)\\n?\\s*\\},\\s*async`),
      );
      return {
        file,
        key: `${method} ${path}`,
        path,
        method,
        permission: definition ? value(definition[1] ?? "", "permission") : null,
      };
    });
  });
}

/** `app/(staff)/students/[number]/page.tsx` → `/students/[number]`. */
function pathOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}
