import { isIP } from "node:net";
import { z } from "zod";

/** operations.md 2 */
export const environments = ["local", "test", "migration", "staging", "evaluation", "production"] as const;
export type Environment = (typeof environments)[number];

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });

const secret = z.string().min(32, "must have at least 32 characters; make one with: openssl rand -base64 33");

/** `10.0.0.0/8, ::1`: an address without a length is a single host. */
const cidrList = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isCidr), "must be a list of networks such as 10.0.0.0/8, 127.0.0.1");

function isCidr(text: string): boolean {
  const [address = "", length] = text.split("/");
  const version = isIP(address);
  return (
    version > 0 &&
    (length === undefined || (/^\d+$/.test(length) && Number(length) <= (version === 4 ? 32 : 128)))
  );
}

/** Every variable that the system reads. All are of the server; nothing is baked into what browsers load. */
export const variables = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  NAGA_ENV: z.enum(environments, `must be one of ${environments.join(", ")}`),

  DATABASE_URL: url("postgres:", "postgresql:"),
  /** Direct and as the owner's member; where DATABASE_URL leads through a pooler or to the app's login. */
  MIGRATION_DATABASE_URL: url("postgres:", "postgresql:").optional(),
  /** Connections per process and pool. */
  NAGA_DB_POOL: z.coerce.number().int().min(1).max(200).default(10),

  PORT: z.coerce.number().int().min(1).max(65_535).default(8000),
  /** The address that people type; links in mails and the check of origins come from it. */
  NAGA_URL: url("http:", "https:").optional(),
  NEXTAUTH_SECRET: secret,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().optional(),

  /** Realm of Keycloak, as its discovery says `issuer`: https://id.example.edu/realms/naga. With it nobody signs in by password. */
  KEYCLOAK_ISSUER: url("http:", "https:")
    .refine((value) => /\/realms\/[^/]+$/.test(value), "must end with /realms/ and the name of the realm")
    .optional(),
  KEYCLOAK_CLIENT_ID: z.string().optional(),
  KEYCLOAK_CLIENT_SECRET: z.string().min(16, "must have at least 16 characters").optional(),

  /** Proxies whose X-Forwarded-For is believed. */
  NAGA_TRUSTED_PROXIES: cidrList,

  /** "off" for benchmarks and browser tests; heard in `local` and `test` only. */
  NAGA_RATE_LIMITS: z.enum(["on", "off"]).default("on"),

  REDIS_URL: url("redis:", "rediss:").optional(),

  NAGA_STORAGE_DIR: z.string().default(".naga/files"),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: url("http:", "https:").optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),

  /** The mail server, with name and password where it asks for them: smtps://user:password@mail.example.edu. Without it no mails are sent. */
  NAGA_SMTP_URL: url("smtp:", "smtps:").optional(),
  /** From whom mails come: an address, or Name <address>. */
  NAGA_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]+<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/,
      "must be an address, or a name and <address>",
    )
    .optional(),
  /** Mails a second, at most; what the mail server takes without complaint. */
  NAGA_MAIL_RATE: z.coerce.number().int().min(1).max(1_000).default(5),

  SENTRY_DSN: url("http:", "https:").optional(),
  SENTRY_ENVIRONMENT: z.string().optional(),
  SENTRY_TRACES_SAMPLE_RATE: z.coerce.number().min(0).max(1).optional(),
  /** Without it /api/metrics answers loopback addresses only. */
  NAGA_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  NAGA_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),

  NAGA_WORKER_DRAIN_MS: z.coerce.number().int().min(0).default(25_000),
  /** The worker touches this file every half minute; the health check of its container looks at it. */
  NAGA_ALIVE_FILE: z.string().optional(),
  NAGA_DEPLOYMENT_ID: z.string().optional(),
};

type Values = z.infer<z.ZodObject<typeof variables>>;

/** What must be there together or in one kind of environment. */
export function checkTogether(values: Values, issue: (name: string, message: string) => void): void {
  const served = !["local", "test"].includes(values.NAGA_ENV);
  if (served && !values.NAGA_URL)
    issue("NAGA_URL", `is needed in ${values.NAGA_ENV}: the address that people type`);
  if (values.NAGA_ENV === "production") {
    if (values.NAGA_URL?.startsWith("http:")) issue("NAGA_URL", "must begin with https:// in production");
    if (!values.NAGA_METRICS_TOKEN)
      issue("NAGA_METRICS_TOKEN", "is needed in production; make one with: openssl rand -hex 24");
    if (!values.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) {
      issue(
        "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
        "is needed in production; make one with: openssl rand -base64 32",
      );
    }
  }
  checkKeycloak(values, served, issue);
  if (values.NAGA_SMTP_URL && !values.NAGA_MAIL_FROM)
    issue("NAGA_MAIL_FROM", "is needed because NAGA_SMTP_URL is set");
  if (values.S3_BUCKET) {
    for (const name of ["S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
      if (!values[name]) issue(name, "is needed because S3_BUCKET is set");
    }
  }
}

const KEYCLOAK = ["KEYCLOAK_ISSUER", "KEYCLOAK_CLIENT_ID", "KEYCLOAK_CLIENT_SECRET"] as const;

/** All three or none: half a configuration would silently leave the passwords open. */
function checkKeycloak(
  values: Values,
  served: boolean,
  issue: (name: string, message: string) => void,
): void {
  const given = KEYCLOAK.find((name) => values[name]);
  if (!given) return;
  for (const name of KEYCLOAK) if (!values[name]) issue(name, `is needed because ${given} is set`);
  if (served && values.KEYCLOAK_ISSUER?.startsWith("http:"))
    issue("KEYCLOAK_ISSUER", `must begin with https:// in ${values.NAGA_ENV}`);
}
