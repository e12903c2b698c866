import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** One file of a Prisma schema. */
export type SchemaFile = { path: string; content: string };

type DiffTarget = { tag: "empty" } | { tag: "schemaDatamodel"; files: SchemaFile[] };
type Engine = {
  diff(params: {
    from: DiffTarget;
    to: DiffTarget;
    script: boolean;
    exitCode: null;
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ stdout: string | null }>;
};
type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  /** A static method that happens to be called `new`; unquoted it would mean a constructor. */
  SchemaEngine: { "new"(options: object, log: (line: string) => void, adapter: object): Promise<Engine> };
};

/**
 * The SQL that leads from one schema to another, without a database: so it never drops what Prisma cannot see
 * (triggers, exclusion constraints).
 *
 * @param from null for an empty database
 * @returns the script, empty when nothing changed
 * @throws Error with Prisma's explanation when a schema is not valid
 */
export async function diffSchemas(
  root: string,
  from: SchemaFile[] | null,
  to: SchemaFile[],
): Promise<string> {
  const engine = await startEngine(root, to);
  const { stdout } = await engine.diff({
    from: from ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const script = (stdout ?? "").replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/, "");
  if (/^-- This is an empty migration\.?\s*$/.test(script.trim())) return "";
  return generatedColumns(to).reduce(
    (sql, expression) =>
      sql.replaceAll(`DEFAULT ${expression}`, `GENERATED ALWAYS AS (${expression}) STORED`),
    script,
  );
}

/**
 * Expressions of the fields whose comment carries `@generated`. Prisma knows generated columns only as defaults,
 * and PostgreSQL allows no column in a default.
 */
function generatedColumns(schema: SchemaFile[]): string[] {
  const field = /\/\/\/[^\n]*@generated[^\n]*\n[^\n]*dbgenerated\("((?:[^"\\]|\\.)*)"\)/g;
  return schema.flatMap((file) =>
    [...file.content.matchAll(field)].map((match) => JSON.parse(`"${match[1]}"`)),
  );
}

/** The package imports its .wasm as a module, which Node does not do: so it is put together by hand. */
async function startEngine(root: string, files: SchemaFile[]): Promise<Engine> {
  const folder = join(root, "node_modules/@prisma/schema-engine-wasm");
  const glue = (await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href)) as EngineModule;
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const datamodels = files.map((file) => [file.path, file.content]);
  return glue.SchemaEngine.new({ datamodels }, () => undefined, offlineAdapter());
}

/** Prisma's driver adapters answer with results, not with exceptions. */
function ok<T>(value: T): object {
  return {
    ok: true,
    value,
    map: (fn: (value: T) => unknown) => ok(fn(value)),
    flatMap: (fn: (value: T) => unknown) => fn(value),
  };
}

/** The engine asks once which server it talks to; nothing else is needed to compare two schemas. */
function offlineAdapter(): object {
  const text = 7;
  const number = 0;
  const connection = {
    provider: "postgres",
    adapterName: "offline",
    queryRaw: async () =>
      ok({
        columnNames: ["exists", "version", "numeric_version"],
        columnTypes: [5, text, number],
        rows: [[true, "PostgreSQL 16.0", 160_000]],
      }),
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    dispose: async () => ok(undefined),
    getConnectionInfo: () => ok({ schemaName: "public", supportsRelationJoins: true }),
  };
  return {
    provider: "postgres",
    adapterName: "offline",
    connect: async () => ok(connection),
    connectToShadowDb: async () => ok(connection),
  };
}
