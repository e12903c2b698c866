import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A function that a module of lib offers to others. */
export type OfferedFunction = {
  file: string;
  name: string;
  /** Whether a docstring stands directly above it (above the first signature of an overloaded one). */
  documented: boolean;
  /** Source text of each parameter. */
  parameters: string[];
  text: string;
  /** The text without name and parameters. */
  body: string;
};

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** The function behind a declared value: `() => …`, or one that is wrapped, as in `cache(async () => …)`. */
function functionOf(value: Node | null): Node | undefined {
  if (!value) return undefined;
  if (/Function/.test(value.type)) return value;
  return value.type === "CallExpression"
    ? (value.arguments as Node[]).find((argument) => /Function/.test(argument.type))
    : undefined;
}

/** Every exported function of a source text. */
export function functionsIn(file: string, text: string): OfferedFunction[] {
  const { program, comments } = parseSync(file, text);
  const found = new Map<string, OfferedFunction>();
  for (const statement of program.body as unknown as Node[]) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) continue;
    const declaration = statement.declaration as Node;
    const declared = declaration.type.includes("Function")
      ? [{ id: declaration.id as { name: string }, node: declaration }]
      : ((declaration.declarations as { id: { name: string }; init: Node | null }[] | undefined) ?? []).map(
          ({ id, init }) => ({ id, node: functionOf(init) }),
        );
    const documented = comments.some(
      (comment) =>
        comment.type === "Block" &&
        comment.value.startsWith("*") &&
        comment.end <= statement.start &&
        text.slice(comment.end, statement.start).trim() === "",
    );
    for (const { id, node } of declared) {
      if (!node) continue;
      const parameters = (node.params as Node[]).map(({ start, end }) => text.slice(start, end));
      const known = found.get(id.name);
      found.set(id.name, {
        file,
        name: id.name,
        documented: documented || (known?.documented ?? false),
        parameters,
        text: text.slice(node.start, node.end),
        body: node.body ? text.slice((node.body as Node).start, node.end) : "",
      });
    }
  }
  return [...found.values()];
}

/** Every exported function of lib, without what Prisma generates. */
export function offeredFunctions(): OfferedFunction[] {
  const files = globSync("lib/**/*.ts", { exclude: (name) => String(name).endsWith("generated") });
  return files
    .filter((file) => !file.endsWith(".test.ts") && !file.endsWith(".d.ts"))
    .flatMap((file) => functionsIn(file, readFileSync(file, "utf8")));
}
