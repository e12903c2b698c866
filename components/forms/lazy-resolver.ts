import type { FieldValues, Resolver, ResolverOptions } from "react-hook-form";
import type { z } from "zod";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";

/** Loads the schema of a form: `() => import("@/lib/people/schemas").then((m) => m.createStudentInput)`. */
export type SchemaLoader = () => Promise<z.ZodType>;

/**
 * Checks in the browser with the server's own schema, loaded when it is first needed: zod weighs 27 kB, more than the
 * form, and most forms are right at the first try. Codes become sentences of `errors`.
 */
export function lazyResolver<Values extends FieldValues>(
  load: SchemaLoader | undefined,
  findErrors: () => LooseTranslator,
): Resolver<Values> | undefined {
  if (!load) return undefined;
  return async (values, context, options) => {
    const [schema, { zodResolver }, { readCode }] = await Promise.all([
      load(),
      import("@hookform/resolvers/zod"),
      import("@/lib/platform/validation/zod-codes"),
    ]);
    const resolve = zodResolver(schema as never) as unknown as Resolver<Values>;
    const result = await resolve(values, context, options as ResolverOptions<Values>);
    const errors = findErrors();
    for (const error of Object.values(result.errors as Record<string, { message?: string }>)) {
      if (!error?.message) continue;
      const { code, params } = readCode(error.message);
      if (errors.has(code)) error.message = errors(code, params);
    }
    return result;
  };
}
