import { Client } from "pg";
import { mismatch } from "@/lib/platform/db/migrate/marker";
import { type Env, EnvironmentError } from "./env";

type Facts = { role: string; superuser: boolean; owner: boolean; marked: string | null };

/**
 * What a process must know about its database before it serves: it is the one of this environment,
 * and the role cannot alter tables (operations.md 2 and 11).
 *
 * @throws EnvironmentError with a sentence that says what to do
 */
export async function checkDatabase(env: Env): Promise<void> {
  const facts = await readFacts(env);
  if (facts.marked === null) {
    throw new EnvironmentError("The database was never migrated. Run: npm run naga -- db migrate");
  }
  if (facts.marked !== env.NAGA_ENV) throw new EnvironmentError(mismatch(facts.marked, env.NAGA_ENV));
  if (["local", "test"].includes(env.NAGA_ENV)) return;
  if (facts.superuser || facts.owner) {
    throw new EnvironmentError(
      `DATABASE_URL signs in as "${facts.role}", which ${facts.superuser ? "is a superuser" : "may act as naga_owner"}. ` +
        "Serve with a login that is a member of naga_app only; migrations take MIGRATION_DATABASE_URL.",
    );
  }
}

async function readFacts(env: Env): Promise<Facts> {
  const client = new Client({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query(`
      SELECT session_user AS role, rolsuper AS superuser,
             coalesce(pg_has_role(session_user, (SELECT oid FROM pg_roles WHERE rolname = 'naga_owner'), 'MEMBER'), false) AS owner,
             to_regclass('public.environment_marker') IS NOT NULL AS migrated
        FROM pg_roles WHERE rolname = session_user`);
    const { migrated, ...facts } = rows[0];
    const marker = migrated ? await client.query("SELECT environment FROM environment_marker") : { rows: [] };
    return { ...facts, marked: marker.rows[0]?.environment ?? null };
  } catch (error) {
    throw new EnvironmentError(unreachable(env.DATABASE_URL, error), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A sentence for a database that does not answer, without its password. */
export function unreachable(databaseUrl: string, error: unknown): string {
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const at = `${hostname}:${port || 5432}`;
  const name = pathname.slice(1);
  const code = (error as { code?: string }).code;
  switch (code) {
    case "ECONNREFUSED":
      return `Nothing answers at ${at}. Is PostgreSQL running there? Start it, or correct DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host ${hostname} in DATABASE_URL is not known. Check its spelling and the network.`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${at} does not accept the user "${username}" with this password. Correct DATABASE_URL.`;
    case "3D000":
      return `There is no database "${name}" at ${at}. Create it: npm run naga -- db migrate --create`;
    case "53100":
      return `The disk of PostgreSQL at ${at} is full. Free some space there and try again; what was begun was undone.`;
    case "53300":
      return `PostgreSQL at ${at} has no free connection. Stop other programs, or raise max_connections.`;
    case "57P03":
      return `PostgreSQL at ${at} is just starting or stopping. Try again in a moment.`;
    default:
      return `The database ${name} at ${at} cannot be used: ${(error as Error).message}`;
  }
}
