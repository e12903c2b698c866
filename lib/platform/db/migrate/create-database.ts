import { Client, escapeIdentifier } from "pg";

/** The same server, another database. */
export function withDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** The name of the database that a connection URL leads to. */
export function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}

/** Runs statements in the maintenance database of the server: what concerns databases as wholes. */
export async function onServer<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: withDatabase(databaseUrl, "postgres"),
    application_name: "naga-migrate",
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the database of the URL unless it is there, with the collation that Khmer search needs. */
export async function ensureDatabase(databaseUrl: string): Promise<boolean> {
  const name = databaseName(databaseUrl);
  return onServer(databaseUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    await client.query(
      `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
    );
    return true;
  });
}

/** Drops the database of the URL with everything in it; open connections are closed. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  await onServer(databaseUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(databaseName(databaseUrl))} WITH (FORCE)`),
  );
}
