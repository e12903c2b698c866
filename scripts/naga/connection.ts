/** The folder with package.json: the command line always runs from there. */
export const root = process.cwd();

/** A direct connection whose user may act as naga_owner. */
export function migrationUrl(): string {
  const url = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL;
  if (url) return url;
  throw new Error(
    "DATABASE_URL is not set. While npm start is running, use the line that it printed " +
      "(it is kept in .naga/database-url), or name your own server: DATABASE_URL=postgres://user:password@host:5432/name",
  );
}

/** NAGA_ENV, or `local` on a machine where nobody said otherwise. */
export function environmentName(): string {
  return process.env.NAGA_ENV ?? "local";
}

/** For commands that throw data away. */
export function refuseOutsideDemo(what: string): void {
  if (["local", "test"].includes(environmentName())) return;
  throw new Error(
    `${what} is refused where NAGA_ENV is "${environmentName()}": only local and test databases may be emptied.`,
  );
}
