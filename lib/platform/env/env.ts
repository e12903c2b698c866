import { z } from "zod";
import { checkTogether, variables } from "./variables";

/** The variables are missing or wrong; the message is a list for the person who starts the system. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const schema = z.object(variables).superRefine((values, context) => {
  checkTogether(values, (name, message) => context.addIssue({ code: "custom", path: [name], message }));
});

/**
 * Reads and checks the variables of one process; an empty string counts as not set.
 *
 * @throws EnvironmentError that names every variable to mend, and how
 */
export function readEnvironment(source: Record<string, string | undefined>) {
  const result = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value)));
  if (!result.success) throw new EnvironmentError(describe(result.error.issues, source));
  return { ...result.data, NAGA_URL: result.data.NAGA_URL ?? `http://localhost:${result.data.PORT}` };
}

export type Env = ReturnType<typeof readEnvironment>;

let known: Env | undefined;

/** The variables of this process, checked once. @throws EnvironmentError */
export function env(): Env {
  known ??= readEnvironment(process.env);
  return known;
}

/** Forgets what was read; for tests that change process.env. */
export function forgetEnv(): void {
  known = undefined;
}

function describe(issues: readonly z.core.$ZodIssue[], source: Record<string, string | undefined>): string {
  const lines = issues.map(({ path, message }) => {
    const name = String(path[0]);
    const missing = !source[name] && !message.startsWith("is needed");
    return `  ${name} ${missing ? "is not set" : message}${hint(name)}`;
  });
  return `The environment is not complete:\n${[...new Set(lines)].join("\n")}`;
}

const hints: Record<string, string> = {
  NAGA_ENV: "local for your own machine",
  DATABASE_URL:
    "postgres://user:password@host:5432/name; npm start brings its own PostgreSQL when it is not set",
  NEXTAUTH_SECRET: "it signs the sessions; npm start makes one for a local campus",
};

function hint(name: string): string {
  return hints[name] ? ` (${hints[name]})` : "";
}
