/** How a model is kept in the audit; the mark stands in the last words of its `///` line in the Prisma schema. */
export type ModelMark = {
  model: string;
  table: string;
  kind: "audit" | "derived" | "log";
  /** For @log: nobody may update or delete its rows. */
  appendOnly: boolean;
  subject: string;
  keys: string[];
  ignored: string[];
  secret: string[];
};

type ModelText = { doc: string; name: string; body: string };

function models(schema: string): ModelText[] {
  const found: ModelText[] = [];
  const pattern = /((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm;
  for (const [, doc = "", name = "", body = ""] of schema.matchAll(pattern)) found.push({ doc, name, body });
  return found;
}

function columnOf(body: string, field: string): string {
  const line = body.split("\n").find((text) => text.trim().startsWith(`${field} `)) ?? "";
  return line.match(/@map\("(\w+)"\)/)?.[1] ?? field;
}

function keysOf(body: string): string[] {
  const compound = body.match(/@@id\(\[([^\]]+)\]\)/)?.[1];
  const fields = compound
    ? compound.split(",").map((field) => field.trim())
    : body
        .split("\n")
        .filter((line) => /\s@id\b/.test(line))
        .map((line) => line.trim().split(/\s+/)[0] ?? "");
  return fields.map((field) => columnOf(body, field));
}

function secretsOf(body: string): string[] {
  const lines = body.split("\n");
  return lines.flatMap((line, index) => {
    if (!line.includes("/// @secret")) return [];
    return [columnOf(body, lines[index + 1]?.trim().split(/\s+/)[0] ?? "")];
  });
}

/**
 * Reads the marks of every model of a schema.
 * @throws Error naming the models without exactly one of @audit, @derived, @log.
 */
export function readMarks(schema: string): ModelMark[] {
  const unmarked: string[] = [];
  const marks = models(schema).flatMap(({ doc, name, body }): ModelMark[] => {
    const kinds = doc.match(/@(audit|derived|log)\b/g) ?? [];
    const kind = kinds[0]?.slice(1) as ModelMark["kind"] | undefined;
    if (kinds.length !== 1 || !kind) {
      unmarked.push(name);
      return [];
    }
    return [
      {
        model: name,
        table: body.match(/@@map\("(\w+)"\)/)?.[1] ?? name,
        kind,
        appendOnly: /@log append-only\b/.test(doc),
        subject: doc.match(/\bsubject=(\w+)/)?.[1] ?? "",
        keys: keysOf(body),
        ignored: doc.match(/\bignore=([\w,]+)/)?.[1]?.split(",") ?? [],
        secret: secretsOf(body),
      },
    ];
  });
  if (unmarked.length > 0)
    throw new Error(`Models without one mark of @audit, @derived, @log: ${unmarked.join(", ")}`);
  return marks;
}

/** The SQL that puts the marks into force: prisma/sql/platform/audit_triggers.sql. */
export function marksToSql(marks: ModelMark[]): string {
  const quote = (text: string) => `'${text}'`;
  const lines = marks.map(({ table, kind, appendOnly, subject, keys, ignored, secret }) => {
    const target = quote(`public.${table}`);
    if (kind === "audit") {
      const columns = [keys, ignored, secret].map((list) => quote(list.join(",")));
      return `SELECT audit.attach(${target}, ${quote(subject)}, ${columns.join(", ")});`;
    }
    if (kind === "derived") return `SELECT audit.attach_actor(${target});`;
    return appendOnly ? `REVOKE UPDATE, DELETE ON ${table} FROM naga_app;` : `-- ${table}: a log of its own`;
  });
  return ["-- Made by `naga db marks` from the marks on the models; do not edit.", ...lines.sort(), ""].join(
    "\n",
  );
}
